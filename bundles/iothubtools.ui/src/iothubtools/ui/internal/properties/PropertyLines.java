// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.properties;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.views.properties.IPropertyDescriptor;
import org.eclipse.ui.views.properties.IPropertySource;
import org.eclipse.ui.views.properties.PropertyDescriptor;

/** Properties that can be read and not changed: categories of names and texts, shown in the order they were added. */
final class PropertyLines implements IPropertySource {

	/** The category of what is told wherever any of the properties are. */
	private static final String NONE = "";

	private record Line(String category, String name, String value) {
	}

	private final Object about;
	private final Map<Integer, Line> lines = new LinkedHashMap<>();

	/** @param about what the properties are of */
	PropertyLines(Object about) {
		this.about = about;
	}

	/** Adds a line; null is shown as an empty value. */
	PropertyLines add(String category, String name, @Nullable Object value) {
		lines.put(lines.size(), new Line(category, name, value == null ? "" : value.toString()));
		return this;
	}

	/** Adds a line that belongs to each category, such as why there is not more. */
	PropertyLines addNotice(String name, String value) {
		return add(NONE, name, value);
	}

	/** Those of some categories and the notices; lines of a single category are not told that they are of it. */
	PropertyLines of(List<String> categories) {
		List<Line> some = lines.values().stream().filter(line -> line.category().equals(NONE) || categories.contains(line.category())).toList();
		List<String> named = some.stream().map(Line::category).filter(category -> !category.equals(NONE)).distinct().toList();
		PropertyLines kept = new PropertyLines(about);
		some.forEach(line -> kept.add(named.size() < 2 ? NONE : line.category().equals(NONE) ? named.get(0) : line.category(), line.name(), line.value()));
		return kept;
	}

	@Override
	public IPropertyDescriptor[] getPropertyDescriptors() {
		return lines.entrySet().stream().map(entry -> {
			PropertyDescriptor descriptor = new PropertyDescriptor(entry.getKey(), entry.getValue().name());
			if (!entry.getValue().category().equals(NONE)) {
				descriptor.setCategory(entry.getValue().category());
			}
			descriptor.setAlwaysIncompatible(true);
			return descriptor;
		}).toArray(IPropertyDescriptor[]::new);
	}

	@Override
	public @Nullable Object getPropertyValue(@Nullable Object id) {
		Line line = lines.get(id);
		return line == null ? null : line.value();
	}

	@Override
	public Object getEditableValue() {
		return about;
	}

	@Override
	public boolean isPropertySet(@Nullable Object id) {
		return false;
	}

	@Override
	public void resetPropertyValue(@Nullable Object id) {
		// nothing can be set
	}

	@Override
	public void setPropertyValue(@Nullable Object id, @Nullable Object value) {
		// nothing can be set
	}
}
