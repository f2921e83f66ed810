package dev.certdeck.sandbox.v2;

import java.util.Collection;
import java.util.Iterator;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Writes JSON as PHP does: everything beyond ASCII and every slash escaped, an empty map
 * as an empty array.
 */
final class PhpJson {

	private final StringBuilder json = new StringBuilder();

	private PhpJson() {
	}

	static String write(@Nullable Object value) {
		PhpJson writer = new PhpJson();
		writer.append(value);
		return writer.json.toString();
	}

	private void append(@Nullable Object value) {
		if (value instanceof Map<?, ?> map && !map.isEmpty()) {
			appendObject(map);
		}
		else if (value instanceof Map<?, ?>) {
			this.json.append("[]");
		}
		else if (value instanceof Collection<?> collection) {
			appendArray(collection);
		}
		else if (value instanceof CharSequence text) {
			appendText(text);
		}
		else {
			this.json.append(value);
		}
	}

	private void appendObject(Map<?, ?> map) {
		char separator = '{';
		for (Map.Entry<?, ?> entry : map.entrySet()) {
			this.json.append(separator);
			appendText(String.valueOf(entry.getKey()));
			this.json.append(':');
			append(entry.getValue());
			separator = ',';
		}
		this.json.append('}');
	}

	private void appendArray(Collection<?> collection) {
		this.json.append('[');
		for (Iterator<?> values = collection.iterator(); values.hasNext();) {
			append(values.next());
			this.json.append(values.hasNext() ? "," : "");
		}
		this.json.append(']');
	}

	private void appendText(CharSequence text) {
		this.json.append('"');
		text.chars().forEach(this::appendCharacter);
		this.json.append('"');
	}

	private void appendCharacter(int character) {
		switch (character) {
			case '"', '\\', '/' -> this.json.append('\\').append((char) character);
			case '\n' -> this.json.append("\\n");
			case '\r' -> this.json.append("\\r");
			case '\t' -> this.json.append("\\t");
			default -> appendOther(character);
		}
	}

	private void appendOther(int character) {
		if (character < ' ' || character > '~') {
			this.json.append(String.format("\\u%04x", character));
		}
		else {
			this.json.append((char) character);
		}
	}

}
