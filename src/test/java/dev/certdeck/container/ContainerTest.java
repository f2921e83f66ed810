package dev.certdeck.container;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that needs a Docker engine, skipped where none runs.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Tag("container")
@ExtendWith(EngineCondition.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public @interface ContainerTest {

}
