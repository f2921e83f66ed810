package dev.certdeck;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports for servers that another process or a later step opens. They lie below those that
 * systems hand out by themselves, which somebody else may have been given meanwhile.
 */
public final class Ports {

	private static final int FIRST = 20_000;

	private static final int LAST = 32_000;

	private static final int MOST_TRIES = 100;

	private Ports() {
	}

	/**
	 * Chooses a port.
	 * @return a port that nobody uses now
	 */
	public static int free() {
		for (int tries = 0; tries < MOST_TRIES; tries++) {
			int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
			try (ServerSocket socket = new ServerSocket(port)) {
				return socket.getLocalPort();
			}
			catch (IOException ex) {
				// Somebody uses it: another one is tried.
			}
		}
		throw new IllegalStateException("No port is free from %d to %d".formatted(FIRST, LAST));
	}

}
