package dev.certdeck.sandbox.v3;

import java.util.List;
import java.util.Map;

/**
 * A service of API 3.0.
 *
 * @param name the first part of its host name
 * @param version the version that its requests name, by which they are told apart
 * @param actions its actions by name
 */
record V3Service(String name, String version, Map<String, V3Action> actions) {

	/**
	 * Returns the unique name of an action.
	 * @param action the action
	 * @param all all services
	 * @return its name, with that of the service if others have one of this name too
	 */
	String named(String action, List<V3Service> all) {
		boolean shared = all.stream().filter((service) -> service.actions().containsKey(action)).count() > 1;
		return shared ? this.name + "." + action : action;
	}

}
