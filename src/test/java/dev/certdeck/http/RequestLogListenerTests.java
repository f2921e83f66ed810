package dev.certdeck.http;

import ch.qos.logback.classic.LoggerContext;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RequestLogListener}.
 */
class RequestLogListenerTests {

	private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();

	@Test
	void filterIsThereAfterEachStartOfAnApplication() {
		this.context.resetTurboFilterList();
		new SpringApplicationBuilder(Empty.class).web(WebApplicationType.NONE).run().close();
		assertThat(this.context.getTurboFilterList()).hasAtLeastOneElementOfType(RequestLogFilter.class);
	}

	@Configuration(proxyBeanMethods = false)
	static class Empty {

	}

}
