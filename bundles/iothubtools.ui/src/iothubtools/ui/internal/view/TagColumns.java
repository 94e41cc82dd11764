// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IMemento;

import iothubtools.client.devices.DeviceSummary;
import iothubtools.client.devices.TagPath;
import iothubtools.ui.internal.KeptText;
import iothubtools.ui.internal.table.Column;
import iothubtools.ui.internal.table.Columns;
import iothubtools.ui.internal.table.NaturalOrder;

/**
 * The columns of the view with those for tags of a person's choice behind them. Does not change.
 *
 * @param tags  in the order in which their columns came
 * @param shown all columns; those of tags that stay are the very same ones after a change
 */
record TagColumns(List<TagPath> tags, Columns<DeviceSummary> shown) {

	/** More columns than a person looks at, and more than a page of a list should grow by. */
	static final int MOST = 20;

	private static final String MEMENTO = "tag";
	private static final String PATH = "path";
	private static final String ID = "TAG.";
	private static final String SEPARATOR = ",";
	private static final int WIDTH = 18;

	/** Without any tags. */
	static final TagColumns NONE = new TagColumns(List.of(), DeviceColumns.ALL);

	/** The same for other tags: columns that were there stay, in their order. */
	TagColumns with(List<TagPath> wanted) {
		List<TagPath> paths = Stream.concat(tags.stream().filter(wanted::contains), wanted.stream()).distinct().limit(MOST).toList();
		List<Column<DeviceSummary>> columns = new ArrayList<>(DeviceColumns.ALL.all());
		paths.forEach(path -> columns.add(column(path)));
		return new TagColumns(paths, new Columns<>(columns));
	}

	/** The column of a tag, which may be new. */
	Column<DeviceSummary> column(TagPath path) {
		Column<DeviceSummary> there = shown.find(id(path));
		return there != null ? there
				: new Column<>(id(path), path.toString(), WIDTH, device -> device.tag(path),
						Comparator.comparing((DeviceSummary device) -> device.tag(path), NaturalOrder.INSTANCE));
	}

	/** What is no letter or digit is told by its number, between marks that no other has. */
	private static String id(TagPath path) {
		return ID + path.toString().chars()
				.mapToObj(c -> c < 128 && Character.isLetterOrDigit(c) || c == '.' ? Character.toString(c) : "_" + Integer.toHexString(c) + "_")
				.collect(Collectors.joining());
	}

	/** What a person types for these tags. */
	String text() {
		return tags.stream().map(TagPath::toString).collect(Collectors.joining(SEPARATOR + " "));
	}

	/** The tags that a person typed, separated by commas. */
	static List<TagPath> parse(String text) {
		return paths(text).map(TagPath::of).distinct().toList();
	}

	/** What is wrong with what a person types; null if nothing is. */
	static @Nullable String problem(String text) {
		for (String path : paths(text).toList()) {
			String problem = TagPath.problem(path);
			if (problem != null) {
				return NLS.bind(Messages.Tags_problem, path, problem);
			}
		}
		return parse(text).size() > MOST ? NLS.bind(Messages.Tags_tooMany, MOST) : null;
	}

	private static Stream<String> paths(String text) {
		return Arrays.stream(text.split(SEPARATOR)).map(String::strip).filter(path -> !path.isEmpty());
	}

	/** Keeps the tags with the view. */
	void save(IMemento memento) {
		tags.forEach(path -> KeptText.put(memento.createChild(MEMENTO), PATH, path.toString()));
	}

	/** What was kept. */
	static TagColumns restore(@Nullable IMemento memento) {
		if (memento == null) {
			return NONE;
		}
		List<TagPath> paths = new ArrayList<>();
		for (IMemento child : memento.getChildren(MEMENTO)) {
			String path = child.getString(PATH);
			if (path != null && TagPath.problem(path) == null) {
				paths.add(TagPath.of(path));
			}
		}
		return NONE.with(paths);
	}
}
