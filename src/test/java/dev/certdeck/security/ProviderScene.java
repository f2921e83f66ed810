package dev.certdeck.security;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * The whole application with an identity provider that does as it is told.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "spring.datasource.url=jdbc:h2:mem:${random.uuid};DB_CLOSE_DELAY=-1",
				"certdeck.tencent.secret-id=id", "certdeck.tencent.secret-key=key",
				"certdeck.tencent.endpoint=http://localhost:1", "certdeck.tencent.clb.enabled=false",
				"certdeck.tencent.cdn.enabled=false", "certdeck.tencent.bm.enabled=false",
				"certdeck.sso.client-id=certdeck", "certdeck.sso.client-secret=secret",
				"certdeck.sso.roles.viewer=deck-readers", "certdeck.sso.roles.operator=deck-writers",
				"certdeck.sso.roles.admin=deck-owners", "certdeck.sso.response-timeout=2s",
				"certdeck.sso.max-response-size=64KB" })
@Import({ EmptyStore.class, TestEvents.class, TestClock.class })
abstract class ProviderScene {

	static final TestProvider PROVIDER = new TestProvider();

	@Autowired
	TestEvents events;

	@Autowired
	TestClock clock;

	@Autowired
	Provider provider;

	TestAgent agent;

	@DynamicPropertySource
	static void issuer(DynamicPropertyRegistry properties) {
		properties.add("certdeck.sso.issuer-uri", PROVIDER::issuer);
	}

	@BeforeEach
	void behave(@LocalServerPort int port) {
		PROVIDER.behave();
		this.events.reset(false);
		this.clock.putForward(Duration.ZERO);
		ReflectionTestUtils.setField(this.provider, "known", null);
		for (String pause : List.of("signIns", "signOuts")) {
			((Pause) ReflectionTestUtils.getField(this.provider, pause)).end();
		}
		this.agent = new TestAgent(port);
	}

}
