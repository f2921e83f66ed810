package dev.certdeck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * Makes calls to the sandbox's cloud fail while something is done.
 */
public final class SandboxKnobs {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private final URI faults;

	/**
	 * Creates the knobs.
	 * @param sandboxUrl where the sandbox listens
	 */
	public SandboxKnobs(String sandboxUrl) {
		this.faults = URI.create(sandboxUrl + "/sandbox/faults");
	}

	/**
	 * Does something while calls of an action fail.
	 * @param action the action of the cloud
	 * @param fault the fault as the sandbox's form takes it
	 * @param step what is done
	 */
	public void during(String action, String fault, Runnable step) {
		send(HttpRequest.newBuilder(this.faults)
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString("action=" + action + "&" + fault)));
		try {
			step.run();
		}
		finally {
			send(HttpRequest.newBuilder(this.faults).DELETE());
		}
	}

	private static void send(HttpRequest.Builder request) {
		try {
			int status = HTTP.send(request.build(), BodyHandlers.discarding()).statusCode();
			if (status != 204) {
				throw new IllegalStateException("The sandbox answered with HTTP " + status);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
