package dev.certdeck.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/**
 * Reports whether the port of the pages answers a request. A connection alone says
 * nothing, since the kernel accepts it.
 */
class PortHealth extends AbstractHealthIndicator {

	private static final byte[] REQUEST = "GET /static/favicon.svg HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
		.getBytes(StandardCharsets.US_ASCII);

	private final @Nullable InetAddress address;

	private final Supplier<Integer> port;

	private final Duration timeout;

	/**
	 * Creates the check.
	 * @param address where the server listens, absent for everywhere
	 * @param port tells the port, 0 or less while there is none
	 * @param timeout how long the answer may take
	 */
	PortHealth(@Nullable InetAddress address, Supplier<Integer> port, Duration timeout) {
		super("The port of the pages does not answer");
		this.address = address;
		this.port = port;
		this.timeout = timeout;
	}

	/**
	 * Requests a small file. Any response, even that the port speaks TLS, comes from a
	 * server that works.
	 */
	@Override
	protected void doHealthCheck(Health.Builder builder) throws IOException {
		int open = this.port.get();
		if (open <= 0) {
			builder.up();
			return;
		}
		int milliseconds = Math.toIntExact(this.timeout.toMillis());
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(target(), open), milliseconds);
			socket.setSoTimeout(milliseconds);
			socket.getOutputStream().write(REQUEST);
			builder.status((socket.getInputStream().read() >= 0) ? Status.UP : Status.DOWN);
		}
	}

	private InetAddress target() {
		return (this.address != null && !this.address.isAnyLocalAddress()) ? this.address
				: InetAddress.getLoopbackAddress();
	}

}
