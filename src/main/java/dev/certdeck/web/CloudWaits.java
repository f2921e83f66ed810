package dev.certdeck.web;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Limits how many requests of each handler annotated with {@link WaitsForCloud} run at a
 * time.
 */
public class CloudWaits implements HandlerInterceptor {

	/**
	 * The attribute of a request that must not wait for the cloud, {@code true} if it
	 * must not.
	 */
	public static final String FULL = "cloudWaitsFull";

	private static final String ENTERED = CloudWaits.class.getName();

	private static final Duration TIMEOUT = Duration.ofSeconds(1);

	private final Map<Method, Bulkhead> bulkheads = new ConcurrentHashMap<>();

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		WaitsForCloud waits = (handler instanceof HandlerMethod method)
				? method.getMethodAnnotation(WaitsForCloud.class) : null;
		if (waits == null) {
			return true;
		}
		Bulkhead bulkhead = this.bulkheads.computeIfAbsent(((HandlerMethod) handler).getMethod(),
				(method) -> new Bulkhead(waits.atATime(), waits.atATime(), TIMEOUT));
		if (bulkhead.tryAcquire()) {
			request.setAttribute(ENTERED, bulkhead);
		}
		else if (waits.optional()) {
			request.setAttribute(FULL, true);
		}
		else {
			throw new CloudBusyException();
		}
		return true;
	}

	@Override
	public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable Exception failure) {
		if (request.getAttribute(ENTERED) instanceof Bulkhead bulkhead) {
			request.removeAttribute(ENTERED);
			bulkhead.release();
		}
	}

}
