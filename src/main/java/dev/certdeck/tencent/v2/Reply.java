package dev.certdeck.tencent.v2;

import java.util.List;

import dev.certdeck.certificate.CloudException;
import dev.certdeck.tencent.RemoteCall;
import tools.jackson.databind.JsonNode;

/**
 * A successful answer of API 2.0. What its methods do not find fails the call as one that
 * can't be understood.
 *
 * @param call the call that was answered
 * @param body the fields of the answer
 */
record Reply(RemoteCall call, Fields body) {

	/**
	 * Returns the object under {@code data}.
	 * @return its fields; none where the answer has no data or an empty array
	 * @throws CloudException if there is something else
	 */
	Fields data() {
		JsonNode data = this.body.node().path("data");
		if (data.isObject() || data.isMissingNode() || data.isNull() || (data.isArray() && data.isEmpty())) {
			return this.body.object("data");
		}
		throw unintelligible("'data' is no object");
	}

	/**
	 * Returns the objects of a list, which may come as an object with numbers for keys.
	 * @param parent the fields that hold the list
	 * @param name the list's name
	 * @return the objects
	 * @throws CloudException if there is no such list or something else in it
	 */
	List<Fields> rows(Fields parent, String name) {
		JsonNode list = parent.node().path(name);
		if (!list.isContainer()) {
			throw unintelligible("'%s' is no list".formatted(name));
		}
		if (!list.values().stream().allMatch(JsonNode::isObject)) {
			throw unintelligible("'%s' holds something that is no object".formatted(name));
		}
		return list.values().stream().map(Fields::new).toList();
	}

	/**
	 * Returns the objects of a list that may be absent where the count says that it is
	 * empty.
	 * @param parent the fields that hold the list
	 * @param name the list's name
	 * @param count the count's name
	 * @return the objects
	 * @throws CloudException if there is no such list or something else in it
	 */
	List<Fields> rows(Fields parent, String name, String count) {
		boolean isEmpty = parent.isAbsent(name) && Integer.valueOf(0).equals(parent.integer(count));
		return isEmpty ? List.of() : rows(parent, name);
	}

	/**
	 * Returns a count.
	 * @param parent the fields that hold the count
	 * @param name the count's name
	 * @return the count, not negative
	 * @throws CloudException if there is no such count
	 */
	int count(Fields parent, String name) {
		Integer count = parent.integer(name);
		if (count == null || count < 0) {
			throw unintelligible("'%s' is no count".formatted(name));
		}
		return count;
	}

	/**
	 * Returns a text that must not be overlooked.
	 * @param parent the fields that hold the text
	 * @param name the text's name
	 * @return the text, empty where there is none
	 * @throws CloudException if there is something else than a text
	 */
	String plainText(Fields parent, String name) {
		if (parent.isNested(name)) {
			throw unintelligible("'%s' is no text".formatted(name));
		}
		return parent.text(name);
	}

	CloudException unintelligible(String detail) {
		return this.call.unintelligible(detail);
	}

}
