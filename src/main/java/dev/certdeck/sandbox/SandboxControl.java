package dev.certdeck.sandbox;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

import dev.certdeck.sandbox.cloud.Oddities;
import dev.certdeck.sandbox.cloud.Oddity;
import dev.certdeck.sandbox.fault.Calls;
import dev.certdeck.sandbox.fault.Fault;
import dev.certdeck.sandbox.fault.Faults;
import dev.certdeck.sandbox.fault.Pace;
import dev.certdeck.sandbox.task.DeletionStatus;
import dev.certdeck.sandbox.task.Gathered;
import dev.certdeck.sandbox.task.TaskKnobs;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Changes how a running sandbox behaves. {@code POST /sandbox/faults} takes a form with
 * {@code action}, one of the cloud's or {@code any}, and the parts of a {@link Fault};
 * {@code POST /sandbox/pace} takes {@code latency} and {@code requests-per-second};
 * {@code POST /sandbox/tasks} takes {@code duration}, {@code deletion-status} (2 to 5,
 * the end of the deletions that begin next), {@code failing-search} (the certificate
 * whose next searches fail, or {@code any}), both with {@code times}, and
 * {@code failing-resource} (a product such as {@code cdn}, or a region of it such as
 * {@code clb:ap-guangzhou}), {@code empty-search} and {@code numberless-search} (the
 * certificate whose search, though done, tells nothing or no numbers yet, or
 * {@code any}), {@code spoilt-search} (the certificate whose result is {@code null}) and
 * {@code omitted-resource} (a product that results leave out, or of the result of one
 * certificate such as {@code cdn:GjTNRoK7}); {@code POST
 * /sandbox/rows} takes {@code id} and an {@link Oddity}, or none; {@code GET
 * /sandbox/calls} counts the calls by action. {@code DELETE} takes faults, counts and
 * what was asked of tasks back. {@code GET
 * /sandbox/health} says that the sandbox is up.
 */
class SandboxControl {

	private final Faults faults;

	private final Calls calls;

	private final Pace pace;

	private final TaskKnobs tasks;

	private final Oddities oddities;

	SandboxControl(Faults faults, Calls calls, Pace pace, TaskKnobs tasks, Oddities oddities) {
		this.faults = faults;
		this.calls = calls;
		this.pace = pace;
		this.tasks = tasks;
		this.oddities = oddities;
	}

	RouterFunction<ServerResponse> routes() {
		return RouterFunctions.route()
			.GET("/sandbox/health", (request) -> ServerResponse.ok().body(Map.of("status", "UP")))
			.GET("/sandbox/faults", (request) -> ServerResponse.ok().body(this.faults.describe()))
			.POST("/sandbox/faults", changing(this::setFault))
			.DELETE("/sandbox/faults", changing(this::clearFaults))
			.GET("/sandbox/calls", (request) -> ServerResponse.ok().body(this.calls.counts()))
			.DELETE("/sandbox/calls", changing((request) -> this.calls.clear()))
			.GET("/sandbox/pace", (request) -> ServerResponse.ok().body(describePace()))
			.POST("/sandbox/pace", changing(this::setPace))
			.POST("/sandbox/tasks", changing(this::setTasks))
			.DELETE("/sandbox/tasks", changing((request) -> this.tasks.clear()))
			.POST("/sandbox/rows", changing(this::setRow))
			.onError(BindException.class, (ex, request) -> refused(ex))
			.onError(IllegalArgumentException.class, (ex, request) -> refused(ex))
			.build();
	}

	private static HandlerFunction<ServerResponse> changing(Consumer<ServerRequest> change) {
		return (request) -> {
			change.accept(request);
			return ServerResponse.noContent().build();
		};
	}

	private void setFault(ServerRequest request) {
		Map<String, String> form = request.params().toSingleValueMap();
		Fault fault = new Binder(new MapConfigurationPropertySource(form)).bindOrCreate("", Fault.class);
		this.faults.set(form.getOrDefault("action", Faults.ANY), fault);
	}

	private void clearFaults(ServerRequest request) {
		request.param("action").ifPresentOrElse(this.faults::clear, this.faults::clear);
	}

	private void setPace(ServerRequest request) {
		request.param("latency").map(DurationStyle::detectAndParse).ifPresent(this.pace::latency);
		request.param("requests-per-second").map(Integer::parseUnsignedInt).ifPresent(this.pace::requestsPerSecond);
	}

	private void setTasks(ServerRequest request) {
		Integer times = request.param("times").map(Integer::valueOf).orElse(null);
		request.param("duration").map(DurationStyle::detectAndParse).ifPresent(this.tasks::duration);
		request.param("deletion-status")
			.map(Integer::valueOf)
			.map(DeletionStatus::failure)
			.ifPresent((status) -> this.tasks.endDeletions(status, times));
		request.param("failing-search").ifPresent((id) -> this.tasks.failSearches(id, times));
		request.param("failing-resource").ifPresent(this.tasks::failResource);
		request.param("empty-search").ifPresent((id) -> this.tasks.odd().tell(id, Gathered.NOTHING, times));
		request.param("numberless-search").ifPresent((id) -> this.tasks.odd().tell(id, Gathered.NO_NUMBERS, times));
		request.param("spoilt-search").ifPresent(this.tasks.odd()::spoil);
		request.param("omitted-resource").ifPresent(this.tasks.odd()::omit);
	}

	private void setRow(ServerRequest request) {
		Oddity oddity = request.param("oddity").map(Oddity::valueOf).orElse(null);
		request.param("id").ifPresent((id) -> this.oddities.set(id, oddity));
	}

	private Map<String, Object> describePace() {
		Duration latency = this.pace.latency();
		return Map.of("latency", latency.toMillis() + "ms", "requests-per-second", this.pace.requestsPerSecond());
	}

	private static ServerResponse refused(Throwable ex) {
		return ServerResponse.badRequest().body(String.valueOf(ex.getMessage()));
	}

}
