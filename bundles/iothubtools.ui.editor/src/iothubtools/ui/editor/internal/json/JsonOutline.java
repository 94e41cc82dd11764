// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.views.contentoutline.ContentOutlinePage;

import iothubtools.client.json.JsonArrayNode;
import iothubtools.client.json.JsonMember;
import iothubtools.client.json.JsonNode;
import iothubtools.client.json.JsonObjectNode;
import iothubtools.client.json.JsonScalar;
import iothubtools.client.json.JsonWriter;

/** The outline of a text of JSON: members and items, each with its value. */
public final class JsonOutline extends ContentOutlinePage {

	private static final int SHOWN = 80;
	private static final int OPEN_LEVELS = 3;

	private final Consumer<Item> go;
	private @Nullable JsonNode root;
	/** What is open while no rows are there. */
	private Object[] open = {};

	/** @param go told the item that somebody selects */
	public JsonOutline(Consumer<Item> go) {
		this.go = go;
	}

	/**
	 * A member or item. Two with the same path are the same, so that what is open stays open when the text is read anew.
	 *
	 * @param path   of no other one in the text, even of a name that is there twice
	 * @param offset where its name or value begins in the text
	 * @param length of its name, or of a value without one
	 */
	public record Item(String path, String name, JsonNode value, int offset, int length) {

		@Override
		public boolean equals(@Nullable Object other) {
			return other instanceof Item item && path.equals(item.path);
		}

		@Override
		public int hashCode() {
			return path.hashCode();
		}
	}

	@Override
	public void createControl(@Nullable Composite parent) {
		super.createControl(parent);
		TreeViewer viewer = getTreeViewer();
		viewer.setContentProvider(new ITreeContentProvider() {
			@Override
			public Object[] getElements(@Nullable Object input) {
				JsonNode node = root;
				return node == null ? new Object[0] : children("", node).toArray();
			}

			@Override
			public Object[] getChildren(@Nullable Object element) {
				return element instanceof Item item ? children(item.path(), item.value()).toArray() : new Object[0];
			}

			@Override
			public @Nullable Object getParent(@Nullable Object element) {
				return null;
			}

			@Override
			public boolean hasChildren(@Nullable Object element) {
				return getChildren(element).length > 0;
			}
		});
		viewer.setLabelProvider(new LabelProvider() {
			@Override
			public String getText(@Nullable Object element) {
				return element instanceof Item item ? label(item) : "";
			}
		});
		viewer.setUseHashlookup(true);
		viewer.setInput(this);
		viewer.expandToLevel(OPEN_LEVELS);
		// a row costs more than what it is about: with many editors only those in front have some
		viewer.getControl().addListener(SWT.Hide, event -> {
			open = viewer.getExpandedElements();
			viewer.setInput(null);
		});
		viewer.getControl().addListener(SWT.Show, event -> {
			if (viewer.getInput() == null) {
				viewer.setInput(this);
				viewer.setExpandedElements(open);
			}
		});
	}

	/** Shows this text. */
	public void show(@Nullable JsonNode node) {
		boolean first = root == null;
		root = node;
		TreeViewer viewer = getTreeViewer();
		if (viewer != null && !viewer.getControl().isDisposed()) {
			viewer.refresh();
			if (first) {
				viewer.expandToLevel(OPEN_LEVELS);
				open = viewer.getExpandedElements();
			}
		}
	}

	@Override
	public void selectionChanged(@Nullable SelectionChangedEvent event) {
		super.selectionChanged(event);
		if (event != null && event.getStructuredSelection().getFirstElement() instanceof Item item) {
			go.accept(item);
		}
	}

	private static List<Item> children(String path, JsonNode node) {
		List<Item> items = new ArrayList<>();
		if (node instanceof JsonObjectNode object) {
			Map<String, Integer> times = new HashMap<>();
			for (JsonMember member : object.members()) {
				String name = member.name();
				int time = times.merge(name, 1, Integer::sum);
				items.add(new Item(path(path, time, name), name, member.value(), member.offset(), member.nameLength()));
			}
		} else if (node instanceof JsonArrayNode array) {
			for (JsonNode item : array.items()) {
				String name = "[" + items.size() + "]";
				items.add(new Item(path(path, 1, name), name, item, item.offset(), item instanceof JsonScalar ? item.length() : 1));
			}
		}
		return items;
	}

	/** The length tells names apart that hold what paths are made of. */
	private static String path(String parent, int time, String name) {
		return parent + '\n' + time + ' ' + name.length() + ' ' + name;
	}

	private static String label(Item item) {
		if (item.value() instanceof JsonScalar) {
			String value = JsonWriter.compact(item.value());
			return item.name() + ": " + (value.length() > SHOWN ? value.substring(0, SHOWN) + '\u2026' : value);
		}
		return item.name();
	}
}
