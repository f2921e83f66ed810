package dev.certdeck.sandbox.v2;

/**
 * What the signature of a request of API 2.0 covers.
 *
 * @param method the HTTP method
 * @param host the header {@code Host}
 * @param path the path of the URL
 * @param parameters the parameters
 */
record V2Request(String method, String host, String path, V2Parameters parameters) {

}
