package dev.certdeck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes calls to the sandbox's cloud fail while something is done.
 */
public final class SandboxKnobs {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private final URI faults;

	private final URI calls;

	private final URI tasks;

	private final URI rows;

	/**
	 * Creates the knobs.
	 * @param sandboxUrl where the sandbox listens
	 */
	public SandboxKnobs(String sandboxUrl) {
		this.faults = URI.create(sandboxUrl + "/sandbox/faults");
		this.calls = URI.create(sandboxUrl + "/sandbox/calls");
		this.tasks = URI.create(sandboxUrl + "/sandbox/tasks");
		this.rows = URI.create(sandboxUrl + "/sandbox/rows");
	}

	/**
	 * Does something while calls of an action fail.
	 * @param action the action of the cloud
	 * @param fault the fault as the sandbox's form takes it
	 * @param step what is done
	 */
	public void during(String action, String fault, Runnable step) {
		set(action, fault);
		try {
			step.run();
		}
		finally {
			clearFaults();
		}
	}

	/**
	 * Makes calls of an action fail from now on.
	 * @param action the action of the cloud
	 * @param fault the fault as the sandbox's form takes it
	 */
	public void set(String action, String fault) {
		send(HttpRequest.newBuilder(this.faults)
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString("action=" + action + "&" + fault)));
	}

	/**
	 * Lets all calls go well again.
	 */
	public void clearFaults() {
		send(HttpRequest.newBuilder(this.faults).DELETE());
	}

	/**
	 * Counts the calls of an action that reached the cloud.
	 * @param action the action
	 * @return the number of calls
	 */
	public int calls(String action) {
		Matcher count = Pattern.compile("\"" + action + "\":(\\d+)")
			.matcher(exchange(HttpRequest.newBuilder(this.calls)).body());
		return count.find() ? Integer.parseInt(count.group(1)) : 0;
	}

	/**
	 * Counts the calls that reached the cloud.
	 * @return the number of calls of all actions
	 */
	public int calls() {
		return Pattern.compile(":(\\d+)")
			.matcher(exchange(HttpRequest.newBuilder(this.calls)).body())
			.results()
			.mapToInt((count) -> Integer.parseInt(count.group(1)))
			.sum();
	}

	/**
	 * Turns the knobs of the tasks that the cloud carries out by itself.
	 * @param knobs the knobs as the sandbox's form takes them
	 */
	public void tasks(String knobs) {
		send(HttpRequest.newBuilder(this.tasks)
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(knobs)));
	}

	/**
	 * Lets tasks end well again.
	 */
	public void clearTasks() {
		send(HttpRequest.newBuilder(this.tasks).DELETE());
	}

	/**
	 * Does something while the row of a certificate is odd.
	 * @param id the certificate's id
	 * @param oddity in which way, by the sandbox's name for it
	 * @param step what is done
	 */
	public void whileOdd(String id, String oddity, Runnable step) {
		row("id=" + id + "&oddity=" + oddity);
		try {
			step.run();
		}
		finally {
			row("id=" + id);
		}
	}

	private void row(String form) {
		send(HttpRequest.newBuilder(this.rows)
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(form)));
	}

	private static void send(HttpRequest.Builder request) {
		int status = exchange(request).statusCode();
		if (status != 204) {
			throw new IllegalStateException("The sandbox answered with HTTP " + status);
		}
	}

	private static HttpResponse<String> exchange(HttpRequest.Builder request) {
		try {
			return HTTP.send(request.build(), BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
