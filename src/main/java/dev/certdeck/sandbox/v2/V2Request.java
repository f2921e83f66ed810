package dev.certdeck.sandbox.v2;

/**
 * A request of API 2.0 as far as its signature goes.
 *
 * @param method the HTTP method
 * @param host the host that the client asked for, with the port if it is not the default
 * one
 * @param path the path of the URL
 * @param parameters the parameters
 */
record V2Request(String method, String host, String path, V2Parameters parameters) {

}
