package dev.certdeck.security;

import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.ConditionalGenericConverter;

/**
 * Converts a setting to groups. A single value is one group; Spring Boot would split it
 * at its commas.
 */
class GroupConverter implements ConditionalGenericConverter {

	@Override
	public Set<ConvertiblePair> getConvertibleTypes() {
		return Set.of(new ConvertiblePair(String.class, Group.class),
				new ConvertiblePair(String.class, Collection.class));
	}

	@Override
	public boolean matches(TypeDescriptor source, TypeDescriptor target) {
		TypeDescriptor element = target.getElementTypeDescriptor();
		return ((element != null) ? element : target).getType() == Group.class;
	}

	@Override
	public Object convert(@Nullable Object value, TypeDescriptor source, TypeDescriptor target) {
		boolean alone = target.isCollection();
		Group group = new Group(String.valueOf(value), alone);
		return alone ? List.of(group) : group;
	}

}
