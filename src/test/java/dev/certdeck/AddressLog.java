package dev.certdeck;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.servlet.Filter;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;

/**
 * Remembers from where the requests come that reach the pages.
 */
@TestConfiguration(proxyBeanMethods = false)
class AddressLog {

	final List<String> addresses = new CopyOnWriteArrayList<>();

	@Bean
	FilterRegistrationBean<Filter> addressFilter() {
		return new FilterRegistrationBean<>((request, response, chain) -> {
			this.addresses.add(request.getRemoteAddr());
			chain.doFilter(request, response);
		});
	}

}
