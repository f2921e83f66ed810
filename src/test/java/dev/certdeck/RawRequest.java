package dev.certdeck;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A request as bytes, for what no client library sends.
 *
 * @param line its first line
 * @param headers its headers, without that of the host
 */
public record RawRequest(String line, List<String> headers) {

	private static final int PATIENCE = 60_000;

	/**
	 * Describes a request of the method POST.
	 * @param path its path
	 * @param headers its headers, without that of the host
	 * @return the request
	 */
	public static RawRequest post(String path, String... headers) {
		return new RawRequest("POST " + path + " HTTP/1.1", List.of(headers));
	}

	RawRequest with(String header) {
		List<String> more = new ArrayList<>(this.headers);
		more.add(header);
		return new RawRequest(this.line, more);
	}

	/**
	 * Opens a connection and sends the request.
	 * @param port the server's port on this machine
	 * @param body what of the body is sent
	 * @return the connection
	 */
	public Socket open(int port, byte[] body) {
		try {
			Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
			socket.setSoTimeout(PATIENCE);
			ByteArrayOutputStream request = new ByteArrayOutputStream();
			request.writeBytes((this.line + "\r\nHost: localhost\r\n"
					+ String.join("", this.headers.stream().map((header) -> header + "\r\n").toList()) + "\r\n")
				.getBytes(StandardCharsets.ISO_8859_1));
			request.writeBytes(body);
			socket.getOutputStream().write(request.toByteArray());
			return socket;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Sends the request and reads the answer until the server closes the connection.
	 * @param port the server's port on this machine
	 * @param body what of the body is sent
	 * @return the answer
	 */
	String answer(int port, byte[] body) {
		try (Socket socket = open(port, body)) {
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Sends the request and reads the first line of the answer.
	 * @param port the server's port on this machine
	 * @param body what of the body is sent
	 * @return the status, 0 if the server closed the connection
	 */
	public int status(int port, byte[] body) {
		try (Socket socket = open(port, body)) {
			return status(socket);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Reads the first line of an answer.
	 * @param socket the connection
	 * @return the status, 0 if the server closed the connection
	 * @throws IOException if the answer can't be read
	 */
	public static int status(Socket socket) throws IOException {
		byte[] line = socket.getInputStream().readNBytes(12);
		return (line.length == 12) ? Integer.parseInt(new String(line, StandardCharsets.US_ASCII).substring(9)) : 0;
	}

}
