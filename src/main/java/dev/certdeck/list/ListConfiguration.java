package dev.certdeck.list;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.DeletionPolicy;
import dev.certdeck.inventory.Inventory;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Builds the list, and lets handlers ask for a {@link CertificateId} and a
 * {@link ListPath}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ListProperties.class)
class ListConfiguration implements WebMvcConfigurer {

	@Bean
	LatestIndex latestIndex(DeletionPolicy policy) {
		return new LatestIndex(policy);
	}

	@Bean
	CertificateViews certificateViews(Inventory inventory, DeletionPolicy policy, ListProperties properties,
			Clock clock) {
		return new CertificateViews(inventory, policy, Duration.ofDays(properties.expiringDays()), clock);
	}

	@Bean
	ListPages listPages(LatestIndex index, CertificateViews views, ListProperties properties, Clock clock) {
		return new ListPages(index, views, properties.expiringDays(), clock);
	}

	@Override
	public void addFormatters(FormatterRegistry registry) {
		registry.addConverter(String.class, CertificateId.class, (text) -> CertificateId.parse(text)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(new ListPathResolver());
	}

}
