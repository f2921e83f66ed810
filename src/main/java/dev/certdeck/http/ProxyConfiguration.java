package dev.certdeck.http;

import java.io.IOException;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Configures forwarded headers, request ids and the pages of refused requests.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProxyProperties.class)
class ProxyConfiguration implements WebMvcConfigurer {

	@Bean
	TrustedProxies trustedProxies(ProxyProperties properties) {
		return new TrustedProxies(properties.trustedProxies());
	}

	@Bean
	FilterRegistrationBean<ForwardingFilter> forwardingFilter(TrustedProxies proxies) {
		FilterRegistrationBean<ForwardingFilter> registration = new FilterRegistrationBean<>(
				new ForwardingFilter(proxies));
		registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return registration;
	}

	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> requestIds(TrustedProxies proxies) {
		return (factory) -> factory.addEngineValves(new RequestIdValve(proxies));
	}

	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> refusedRequests(ObjectProvider<ErrorPage> page,
			TrustedProxies proxies) {
		return (factory) -> factory.addContextCustomizers((context) -> context.getParent()
			.getPipeline()
			.addValve(new RefusedRequestValve(page::getObject, context.getServletContext(), proxies)));
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(new UserLogging()).excludePathPatterns(StaticFiles.PATHS);
		registry.addInterceptor(new HiddenErrorPage()).addPathPatterns("/error");
	}

	/**
	 * Hides the address of the error page from requests other than error dispatches.
	 */
	private static final class HiddenErrorPage implements HandlerInterceptor {

		@Override
		public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
				throws IOException {
			boolean asked = request.getDispatcherType() != DispatcherType.ERROR;
			if (asked) {
				response.sendError(HttpStatus.NOT_FOUND.value());
			}
			return !asked;
		}

	}

}
