package dev.certdeck.security;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.core.convert.converter.Converter;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializationFailedException;

/**
 * Deserializes session attributes. One that can't be read, after an upgrade, counts as
 * absent, so that its owner signs in anew.
 */
class SessionAttributes implements Converter<byte[], @Nullable Object> {

	private static final Log logger = LogFactory.getLog(SessionAttributes.class);

	private final DeserializingConverter reader = new DeserializingConverter(SessionAttributes.class.getClassLoader());

	// NullAway sees only in its JSpecify mode, which takes a later JDK, that this result
	// may be absent.
	@Override
	@SuppressWarnings("NullAway")
	public @Nullable Object convert(byte[] content) {
		try {
			return this.reader.convert(content);
		}
		catch (SerializationFailedException ex) {
			logger.warn("An attribute of a session can't be read and is left out");
			return null;
		}
	}

}
