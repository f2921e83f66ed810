package dev.certdeck.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.certdeck.SandboxTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test of the whole application in Chromium, skipped where there is none.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Tag("browser")
@ExtendWith(ChromiumCondition.class)
@SandboxTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@interface BrowserTest {

}
