package dev.certdeck.security;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

/**
 * An identity provider on loopback that signs everybody in, honestly unless it is told to
 * misbehave.
 */
final class TestProvider implements AutoCloseable {

	static final String CLIENT = "certdeck";

	private final TestKeys keys = new TestKeys();

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();

	private final Map<String, HttpHandler> overrides = new ConcurrentHashMap<>();

	private final TestPlaces places = new TestPlaces();

	private final List<String> asked = new CopyOnWriteArrayList<>();

	private final HttpServer server;

	private Consumer<Map<String, Object>> claims;

	private Consumer<Map<String, Object>> userInfo;

	private Consumer<Map<String, Object>> metadata;

	private Consumer<Map<String, String>> callback;

	private Function<Map<String, Object>, String> signing;

	private Function<Map<String, Object>, String> userInfoSigning;

	volatile String lastToken = "";

	TestProvider() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		behave();
		this.server.setExecutor(this.threads);
		this.server.createContext("/", this::serve);
		this.server.start();
	}

	void behave() {
		this.overrides.clear();
		this.places.reset();
		this.asked.clear();
		this.claims = (claims) -> {
		};
		this.userInfo = this.claims;
		this.metadata = this.claims;
		this.callback = (parameters) -> {
		};
		this.signing = this::signed;
		this.userInfoSigning = null;
	}

	void claims(Consumer<Map<String, Object>> change) {
		this.claims = change;
	}

	void userInfo(Consumer<Map<String, Object>> change) {
		this.userInfo = change;
	}

	void metadata(Consumer<Map<String, Object>> change) {
		this.metadata = change;
	}

	void callback(Consumer<Map<String, String>> change) {
		this.callback = change;
	}

	void signing(Function<Map<String, Object>, String> signing) {
		this.signing = signing;
	}

	/**
	 * Lets the user info come as a token.
	 * @param signing how to make the token
	 */
	void userInfoSigning(Function<Map<String, Object>, String> signing) {
		this.userInfoSigning = signing;
	}

	void answer(String path, HttpHandler handler) {
		this.overrides.put(path, handler);
	}

	/**
	 * Moves what stands at an address to another one.
	 * @param from the path
	 * @param to the path from now on
	 */
	void move(String from, String to) {
		this.places.move(from, to);
	}

	/**
	 * Counts the requests for an address.
	 * @param path the path
	 * @return how many there were since the provider was told to behave
	 */
	long asked(String path) {
		return this.asked.stream().filter(path::equals).count();
	}

	TestKeys keys() {
		return this.keys;
	}

	String issuer() {
		return "http://localhost:" + this.server.getAddress().getPort();
	}

	String signed(Map<String, Object> claims) {
		return this.keys.signed(claims);
	}

	String signedWithOtherKey(Map<String, Object> claims) {
		return this.keys.signedWithOtherKey(claims);
	}

	String unsigned(Map<String, Object> claims) {
		return this.keys.unsigned(claims);
	}

	/**
	 * Makes the claims of a token that asks for a sign-out.
	 * @param subject whose sessions end
	 * @return the claims
	 */
	Map<String, Object> logoutClaims(String subject) {
		return TestClaims.ofLogout(issuer(), subject);
	}

	static HttpHandler status(int status) {
		return (exchange) -> Replies.send(exchange, status, "{\"error\":\"server_error\"}");
	}

	static HttpHandler text(String text) {
		return (exchange) -> Replies.send(exchange, 200, text);
	}

	private void serve(HttpExchange exchange) throws IOException {
		String path = exchange.getRequestURI().getPath();
		this.asked.add(path);
		HttpHandler override = this.overrides.get(path);
		if (override != null) {
			override.handle(exchange);
			return;
		}
		switch (this.places.standingAt(path)) {
			case "/.well-known/openid-configuration" -> Replies.send(exchange, 200, metadata());
			case "/authorize" -> authorize(exchange);
			case "/token" -> token(exchange);
			case TestPlaces.NONE -> Replies.send(exchange, 404, "{}");
			case "/keys" -> Replies.send(exchange, 200, this.keys.published());
			case "/userinfo" -> userInfo(exchange);
			default -> Replies.send(exchange, 200, "signed out at the provider");
		}
	}

	private String address(String path) {
		return issuer() + this.places.of(path);
	}

	private String metadata() {
		Map<String, Object> metadata = new LinkedHashMap<>();
		metadata.put("issuer", issuer());
		metadata.put("authorization_endpoint", address("/authorize"));
		metadata.put("token_endpoint", address("/token"));
		metadata.put("jwks_uri", address("/keys"));
		metadata.put("userinfo_endpoint", address("/userinfo"));
		metadata.put("end_session_endpoint", address("/end-session"));
		metadata.put("subject_types_supported", List.of("public"));
		metadata.put("id_token_signing_alg_values_supported", List.of(this.keys.algorithm()));
		this.metadata.accept(metadata);
		return JSONObjectUtils.toJSONString(metadata);
	}

	private void authorize(HttpExchange exchange) throws IOException {
		Map<String, String> request = Replies.parameters(exchange.getRequestURI().getRawQuery());
		if (!"S256".equals(request.get("code_challenge_method")) || request.get("nonce") == null) {
			Replies.send(exchange, 400, "no PKCE or no nonce");
			return;
		}
		String code = UUID.randomUUID().toString();
		this.codes.put(code, request);
		Map<String, String> answer = new LinkedHashMap<>(Map.of("code", code, "state", request.get("state")));
		this.callback.accept(answer);
		String query = answer.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + "=" + entry.getValue().replace("=", "%3D"))
			.collect(Collectors.joining("&"));
		exchange.getResponseHeaders().set("Location", request.get("redirect_uri") + "?" + query);
		Replies.send(exchange, 302, "");
	}

	private void token(HttpExchange exchange) throws IOException {
		Map<String, String> form = Replies
			.parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
		Map<String, String> request = this.codes.remove(form.getOrDefault("code", ""));
		if (request == null || !Replies.hash(form.get("code_verifier")).equals(request.get("code_challenge"))) {
			Replies.send(exchange, 400, "{\"error\":\"invalid_grant\"}");
			return;
		}
		Map<String, Object> claims = TestClaims.ofSignIn(issuer(), request.get("nonce"));
		this.claims.accept(claims);
		this.lastToken = this.signing.apply(claims);
		Replies.send(exchange, 200, JSONObjectUtils.toJSONString(Map.of("access_token", "access-token-of-nobody",
				"token_type", "Bearer", "expires_in", 60, "id_token", this.lastToken)));
	}

	private void userInfo(HttpExchange exchange) throws IOException {
		Map<String, Object> userInfo = new LinkedHashMap<>(Map.of("sub", "user-1"));
		if (this.userInfoSigning == null) {
			this.userInfo.accept(userInfo);
			Replies.send(exchange, 200, JSONObjectUtils.toJSONString(userInfo));
			return;
		}
		userInfo.put("iss", issuer());
		userInfo.put("aud", CLIENT);
		this.userInfo.accept(userInfo);
		Replies.send(exchange, 200, "application/jwt", this.userInfoSigning.apply(userInfo));
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.threads.shutdownNow();
	}

}
