package dev.certdeck.security;

import java.net.http.HttpResponse;
import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How long sessions last and what becomes of them.
 */
@ExtendWith(OutputCaptureExtension.class)
class SessionTests extends ProviderScene {

	@Autowired
	JdbcClient jdbc;

	@BeforeEach
	void signIn() {
		this.agent.open("/certificates");
		this.events.reset(false);
	}

	@Test
	void sessionEndsSomeTimeAfterTheSignIn() {
		this.clock.putForward(Duration.ofHours(12).minusMinutes(1));
		assertThat(this.agent.isSignedIn()).isTrue();
		this.clock.putForward(Duration.ofHours(12));
		HttpResponse<String> answer = this.agent.step("/certificates");
		assertThat(answer.statusCode()).isEqualTo(302);
		assertThat(answer.headers().firstValue("Location")).get().asString().endsWith("/oauth2/authorization/sso");
		assertThat(this.events.events()).singleElement().satisfies((event) -> {
			assertThat(event.getType()).isEqualTo("SIGN_OUT");
			assertThat(event.getPrincipal()).isEqualTo("user-1");
			assertThat(event.getData()).containsEntry("detail", "absolute limit");
		});
		assertThat(this.agent.open("/certificates").statusCode()).isEqualTo(200);
	}

	@Test
	void scriptOfAnEndedSessionLoadsThePageAnew() {
		this.clock.putForward(Duration.ofHours(12));
		HttpResponse<String> answer = this.agent.step("/certificates/progress", "HX-Request", "true");
		assertThat(answer.statusCode()).isEqualTo(401);
		assertThat(answer.headers().firstValue("HX-Refresh")).hasValue("true");
		assertThat(this.agent.open("/certificates").uri()).hasPath("/certificates");
	}

	@Test
	void formOfAnEndedSessionIsExplained() {
		this.clock.putForward(Duration.ofHours(12));
		HttpResponse<String> answer = this.agent.post("/certificates/refresh", "_csrf=x");
		assertThat(answer.statusCode()).isEqualTo(403);
		assertThat(answer.body()).contains("This form is too old");
	}

	@Test
	void sessionEndsWhenNobodyUsesIt() {
		assertThat(
				this.jdbc.sql("select distinct max_inactive_interval from spring_session").query(Integer.class).list())
			.containsExactly(1800);
	}

	@Test
	void sessionThatCannotBeReadMeansToSignInAnew(CapturedOutput output) {
		this.jdbc.sql("update spring_session_attributes set attribute_bytes = X'aced0005'").update();
		HttpResponse<String> answer = this.agent.step("/certificates");
		assertThat(answer.statusCode()).isEqualTo(302);
		assertThat(this.agent.open("/certificates").statusCode()).isEqualTo(200);
		assertThat(output.getAll()).doesNotContain("\tat ");
	}

}
