package dev.certdeck.inventory;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets {@link ReadYourWrites} see the requests for pages about certificates.
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

}
