package dev.certdeck;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * A test that takes long and runs where {@code -Dlong-tests} is set, as in CI.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.TYPE, ElementType.METHOD })
@EnabledIfSystemProperty(named = "long-tests", matches = "true",
		disabledReason = "takes long; -Dlong-tests=true runs it")
public @interface LongTest {

}
