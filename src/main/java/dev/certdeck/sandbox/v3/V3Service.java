package dev.certdeck.sandbox.v3;

import java.util.Map;

/**
 * A service of API 3.0.
 *
 * @param name the first part of its host name
 * @param version the version that its requests name, by which they are told apart
 * @param actions its actions by name
 */
record V3Service(String name, String version, Map<String, V3Action> actions) {

}
