package dev.certdeck.sandbox;

import java.time.Clock;
import java.util.List;

import dev.certdeck.sandbox.SandboxProperties.Behaviour;
import dev.certdeck.sandbox.SandboxProperties.Server;
import dev.certdeck.sandbox.SandboxProperties.Store;
import dev.certdeck.sandbox.cloud.Cloud;
import dev.certdeck.sandbox.cloud.Holdings;
import dev.certdeck.sandbox.fault.Calls;
import dev.certdeck.sandbox.fault.ConnectionCutter;
import dev.certdeck.sandbox.fault.Faults;
import dev.certdeck.sandbox.fault.Pace;
import dev.certdeck.sandbox.gateway.Account;
import dev.certdeck.sandbox.gateway.Dialect;
import dev.certdeck.sandbox.gateway.Gateway;
import dev.certdeck.sandbox.login.DashboardClient;
import dev.certdeck.sandbox.login.LoginConfiguration;
import dev.certdeck.sandbox.sample.CertificateMaker;
import dev.certdeck.sandbox.sample.SampleData;
import dev.certdeck.sandbox.task.DeletionTasks;
import dev.certdeck.sandbox.task.SearchTasks;
import dev.certdeck.sandbox.task.TaskKnobs;
import dev.certdeck.sandbox.v2.V2Dialect;
import dev.certdeck.sandbox.v3.V3Dialect;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerJwtAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Configuration of the sandbox. It has no stereotype, so that no scan of the dashboard
 * finds it. No filter handles requests to the cloud, which reads their forms itself.
 */
@EnableWebMvc
@ImportAutoConfiguration({ TomcatServletWebServerAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
		SecurityAutoConfiguration.class, ServletWebSecurityAutoConfiguration.class,
		SecurityFilterAutoConfiguration.class, OAuth2AuthorizationServerJwtAutoConfiguration.class })
@Import(LoginConfiguration.class)
class SandboxConfiguration {

	private static final int THROTTLED_EVERY = 25;

	@Bean
	Cloud cloud(Store store, Behaviour behaviour, Clock clock) {
		Holdings holdings = SampleData.create(store.certificates(), store.oddRows(), clock.instant());
		if (behaviour.isAsSeen()) {
			SampleData.makeOdd(holdings);
		}
		return new Cloud(holdings, new CertificateMaker(), store.cancelledDeletable(), clock);
	}

	@Bean
	Faults faults(Behaviour behaviour, List<Dialect<?>> dialects) {
		return new Faults(dialects.stream().flatMap((dialect) -> dialect.actions().stream()).toList(),
				behaviour.faults());
	}

	@Bean
	Calls calls() {
		return new Calls();
	}

	@Bean
	Pace pace(Behaviour behaviour, Clock clock) {
		return new Pace(behaviour.latency(), behaviour.requestsPerSecond(), behaviour.isAsSeen() ? THROTTLED_EVERY : 0,
				clock);
	}

	@Bean
	TaskKnobs taskKnobs(Behaviour behaviour) {
		return new TaskKnobs(behaviour.taskDuration(), behaviour.failingResources());
	}

	@Bean
	DeletionTasks deletionTasks(Cloud cloud, TaskKnobs knobs, Clock clock) {
		return new DeletionTasks(cloud, knobs, clock);
	}

	@Bean
	V2Dialect v2Dialect(Account account, Store store, Cloud cloud, Clock clock) {
		return new V2Dialect(account, store.maxCount(), cloud, clock);
	}

	@Bean
	SearchTasks searchTasks(TaskKnobs knobs, Behaviour behaviour, Clock clock) {
		return new SearchTasks(knobs, clock, behaviour.isAsSeen());
	}

	@Bean
	V3Dialect v3Dialect(Account account, Cloud cloud, DeletionTasks deletions, SearchTasks searches, TaskKnobs knobs) {
		return new V3Dialect(account, cloud, deletions, searches, knobs);
	}

	@Bean
	Gateway gateway(Server server, Pace pace, Faults faults, Calls calls, DeletionTasks deletions) {
		return new Gateway(pace, faults, calls, deletions::settle, (int) server.maxBody().toBytes());
	}

	@Bean
	RouterFunction<ServerResponse> cloudRoutes(Gateway gateway, V2Dialect v2Dialect, V3Dialect v3Dialect) {
		HandlerFunction<ServerResponse> v2 = gateway.handler(v2Dialect);
		HandlerFunction<ServerResponse> v3 = gateway.handler(v3Dialect);
		return RouterFunctions.route()
			.GET(V2Dialect.PATH, v2)
			.POST(V2Dialect.PATH, v2)
			.POST(V3Dialect.PATH, v3)
			.build();
	}

	@Bean
	RouterFunction<ServerResponse> controlRoutes(Faults faults, Calls calls, Pace pace, TaskKnobs knobs, Cloud cloud) {
		return new SandboxControl(faults, calls, pace, knobs, cloud.oddities()).routes();
	}

	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE)
	SecurityFilterChain cloudSecurity() {
		PathPatternRequestMatcher.Builder path = PathPatternRequestMatcher.withDefaults();
		return new DefaultSecurityFilterChain(new OrRequestMatcher(path.matcher("/v2/**"), path.matcher("/sandbox/**"),
				path.matcher(HttpMethod.POST, V3Dialect.PATH)));
	}

	@Bean
	RegisteredClientRepository clients(Server server) {
		return new InMemoryRegisteredClientRepository(DashboardClient.withSecret(server.clientSecret()));
	}

	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> connectionCutter() {
		return (factory) -> factory.addEngineValves(new ConnectionCutter());
	}

}
