package dev.certdeck.tencent.wire;

import java.util.List;
import java.util.regex.Pattern;

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
	 * The most that the cloud may count of anything, so that no number of an answer
	 * decides how much memory is taken.
	 */
	public static final int MOST = 200_000;

	private static final Pattern INDEX = Pattern.compile("[0-9]{1,9}");

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
	 * Returns an object of the answer that must be there: what is absent is not empty.
	 * @param name the object's name
	 * @return its fields
	 * @throws CloudException if there is no such object
	 */
	public Fields required(String name) {
		Fields part = this.body.object(name);
		if (!part.node().isObject()) {
			throw unintelligible("'%s' is no object".formatted(name));
		}
		return part;
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
	 * Returns the items of a list. The list may come as an object with numbers for keys.
	 * @param parent the fields that hold the list
	 * @param name the list's name
	 * @return the items; those that are no objects have no fields
	 * @throws CloudException if there is no such list
	 */
	public List<Fields> items(Fields parent, String name) {
		JsonNode list = parent.node().path(name);
		if (!isList(list)) {
			throw unintelligible("'%s' is no list".formatted(name));
		}
		return list.values().stream().map(Fields::new).toList();
	}

	private static boolean isList(JsonNode node) {
		return node.isArray() || (node.isObject() && !node.isEmpty()
				&& node.propertyNames().stream().allMatch((name) -> INDEX.matcher(name).matches()));
	}

	/**
	 * Returns the objects of a list that may be {@code null}, but not missing, where the
	 * count says that it is empty.
	 * @param parent the fields that hold the list
	 * @param name the list's name
	 * @param count the count's name
	 * @return the objects
	 * @throws CloudException if there is no such list or something else in it
	 */
	public List<Fields> rows(Fields parent, String name, String count) {
		return isNone(parent, name, count) ? List.of() : rows(parent, name);
	}

	/**
	 * Returns the items of a list that may be {@code null}, but not missing, where the
	 * count says that it is empty.
	 * @param parent the fields that hold the list
	 * @param name the list's name
	 * @param count the count's name
	 * @return the items; those that are no objects have no fields
	 * @throws CloudException if there is no such list
	 */
	public List<Fields> items(Fields parent, String name, String count) {
		return isNone(parent, name, count) ? List.of() : items(parent, name);
	}

	private static boolean isNone(Fields parent, String name, String count) {
		return parent.has(name) && parent.isAbsent(name) && Integer.valueOf(0).equals(parent.integer(count));
	}

	/**
	 * Returns a count.
	 * @param parent the fields that hold the count
	 * @param name the count's name
	 * @return the count, from 0 to {@value #MOST}
	 * @throws CloudException if there is no such count
	 */
	public int count(Fields parent, String name) {
		Integer count = parent.integer(name);
		if (count == null || count < 0 || count > MOST) {
			throw unintelligible("'%s' is no count from 0 to %d".formatted(name, MOST));
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
	 * Returns a text whose field must be there, be it {@code null}.
	 * @param parent the fields that hold the text
	 * @param name the text's name
	 * @return the text, may be empty
	 * @throws CloudException if there is no such field or something else than a text
	 */
	public String requiredText(Fields parent, String name) {
		if (!parent.has(name)) {
			throw unintelligible("'%s' is missing".formatted(name));
		}
		return plainText(parent, name);
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
