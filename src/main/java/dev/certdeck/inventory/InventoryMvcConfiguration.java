package dev.certdeck.inventory;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets {@link OwnWrites} see the requests for pages about certificates.
 */
@Configuration(proxyBeanMethods = false)
class InventoryMvcConfiguration implements WebMvcConfigurer {

	private final OwnWrites ownWrites;

	InventoryMvcConfiguration(OwnWrites ownWrites) {
		this.ownWrites = ownWrites;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this.ownWrites).addPathPatterns("/certificates", "/certificates/**");
	}

}
