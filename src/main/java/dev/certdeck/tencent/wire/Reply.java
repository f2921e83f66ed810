package dev.certdeck.tencent.wire;

import java.util.List;

import dev.certdeck.certificate.CloudException;
import dev.certdeck.tencent.RemoteCall;
import tools.jackson.databind.JsonNode;

/**
 * A successful answer. What its methods do not find fails the call as one that can't be
 * understood.
 *
 * @param call the call that was answered
 * @param body the fields of the answer
 */
public record Reply(RemoteCall call, Fields body) {

	/**
	 * Returns an object of the answer.
	 * @param name the object's name
	 * @return its fields; none where the answer has no such object or an empty array
	 * @throws CloudException if there is something else
	 */
	public Fields part(String name) {
		return part(this.body, name);
	}

	/**
	 * Returns an object within the answer.
	 * @param parent the fields that hold the object
	 * @param name the object's name
	 * @return its fields; none where there is no such object or an empty array
	 * @throws CloudException if there is something else
	 */
	public Fields part(Fields parent, String name) {
		JsonNode part = parent.node().path(name);
		if (part.isObject() || part.isMissingNode() || part.isNull() || (part.isArray() && part.isEmpty())) {
			return parent.object(name);
		}
		throw unintelligible("'%s' is no object".formatted(name));
	}

	/**
	 * Returns the objects of a list, which may come as an object with numbers for keys.
	 * @param parent the fields that hold the list
	 * @param name the list's name
	 * @return the objects
	 * @throws CloudException if there is no such list or something else in it
	 */
	public List<Fields> rows(Fields parent, String name) {
		List<Fields> rows = items(parent, name);
		if (!rows.stream().map(Fields::node).allMatch(JsonNode::isObject)) {
			throw unintelligible("'%s' holds something that is no object".formatted(name));
		}
		return rows;
	}

	/**
	 * Returns whatever a list holds. The list may come as an object with numbers for
	 * keys.
	 * @param parent the fields that hold the list
	 * @param name the list's name
	 * @return the items; those that are no objects have no fields
	 * @throws CloudException if there is no such list
	 */
	public List<Fields> items(Fields parent, String name) {
		JsonNode list = parent.node().path(name);
		if (!list.isContainer()) {
			throw unintelligible("'%s' is no list".formatted(name));
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
	public List<Fields> rows(Fields parent, String name, String count) {
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
	public int count(Fields parent, String name) {
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
	public String plainText(Fields parent, String name) {
		if (parent.isNested(name)) {
			throw unintelligible("'%s' is no text".formatted(name));
		}
		return parent.text(name);
	}

	/**
	 * Returns the texts of a list that must not be overlooked.
	 * @param parent the fields that hold the list
	 * @param name the list's name
	 * @return the texts that are not blank, none where there is no list
	 * @throws CloudException if something in it is no text
	 */
	public List<String> plainTexts(Fields parent, String name) {
		JsonNode list = parent.node().path(name);
		if (parent.isNested(name) && !(list.isArray() && list.values().stream().allMatch(JsonNode::isString))) {
			throw unintelligible("'%s' is no list of texts".formatted(name));
		}
		return parent.texts(name);
	}

	/**
	 * Returns the id of a load balancer.
	 * @param parent the fields that hold the id
	 * @param name the id's name
	 * @return the id
	 * @throws CloudException if there is none
	 */
	public String id(Fields parent, String name) {
		String id = plainText(parent, name);
		if (id.isBlank()) {
			throw unintelligible("a load balancer without an id");
		}
		return id;
	}

	/**
	 * Creates the exception for something in the answer that can't be understood.
	 * @param detail what is wrong with it; nothing of its content
	 * @return the exception
	 */
	public CloudException unintelligible(String detail) {
		return this.call.unintelligible(detail);
	}

}
