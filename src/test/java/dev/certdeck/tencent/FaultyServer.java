package dev.certdeck.tencent;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server on loopback that reads a request and then misbehaves.
 */
final class FaultyServer implements AutoCloseable {

	private final AtomicInteger requests = new AtomicInteger();

	private final ExecutorService executor = Executors.newCachedThreadPool();

	private final ServerSocket socket;

	private final Fault fault;

	FaultyServer(Fault fault) {
		this.fault = fault;
		try {
			this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.executor.execute(this::accept);
	}

	static Fault writing(String answer) {
		return (socket) -> {
			socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
			socket.getOutputStream().flush();
		};
	}

	int port() {
		return this.socket.getLocalPort();
	}

	int requests() {
		return this.requests.get();
	}

	private void accept() {
		while (!this.socket.isClosed()) {
			try {
				Socket connection = this.socket.accept();
				this.executor.execute(() -> serve(connection));
			}
			catch (IOException ex) {
				return;
			}
		}
	}

	private void serve(Socket connection) {
		try (connection) {
			readRequest(connection.getInputStream());
			this.requests.incrementAndGet();
			this.fault.happen(connection);
		}
		catch (IOException | InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void readRequest(InputStream in) throws IOException {
		StringBuilder head = new StringBuilder();
		while (!head.toString().endsWith("\r\n\r\n")) {
			int next = in.read();
			if (next == -1) {
				throw new IOException("No request");
			}
			head.append((char) next);
		}
		String length = head.toString().toLowerCase(java.util.Locale.ROOT).split("content-length:")[1];
		in.readNBytes(Integer.parseInt(length.substring(0, length.indexOf('\r')).strip()));
	}

	@Override
	public void close() {
		this.executor.shutdownNow();
		try {
			this.socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * What happens once a request was read; the connection is closed afterwards.
	 */
	interface Fault {

		void happen(Socket connection) throws IOException, InterruptedException;

		static Fault reset() {
			return (connection) -> connection.setSoLinger(true, 0);
		}

		static Fault stall() {
			return (connection) -> Thread.sleep(60_000);
		}

		static Fault dribble() {
			return (connection) -> {
				OutputStream out = connection.getOutputStream();
				out.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
				while (!Thread.currentThread().isInterrupted()) {
					out.write(' ');
					out.flush();
					Thread.sleep(20);
				}
			};
		}

	}

}
