package dev.certdeck;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

/**
 * A test of the whole application on its sandbox, over HTTP. All of them share one
 * running application, so each leaves the account as it found it.
 */
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "certdeck.sandbox.port=0", "certdeck.sandbox.temper=ideal", "management.server.port=0",
				"certdeck.inventory.refresh-interval=1h", "certdeck.inventory.check-wait=20s",
				"certdeck.deletion.task.initial-wait=20s" })
@ActiveProfiles("sandbox")
public @interface SandboxTest {

}
