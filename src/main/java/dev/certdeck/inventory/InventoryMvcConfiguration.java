package dev.certdeck.inventory;

import java.util.List;

import dev.certdeck.certificate.CertificateId;

import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets handlers ask for a {@link CertificateId} and a {@link ListPath}, and
 * {@link ReadYourWrites} see the requests for pages about certificates.
 */
@Configuration(proxyBeanMethods = false)
class InventoryMvcConfiguration implements WebMvcConfigurer {

	private final ReadYourWrites readYourWrites;

	InventoryMvcConfiguration(ReadYourWrites readYourWrites) {
		this.readYourWrites = readYourWrites;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this.readYourWrites).addPathPatterns("/certificates", "/certificates/**");
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
