// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.projection.ProjectionAnnotation;
import org.eclipse.jface.text.source.projection.ProjectionAnnotationModel;

import iothubtools.client.json.JsonArrayNode;
import iothubtools.client.json.JsonMember;
import iothubtools.client.json.JsonNode;
import iothubtools.client.json.JsonObjectNode;

/** Objects and arrays of several lines can be folded. Those that stay keep their state. */
public final class JsonFolding {

	private final ProjectionAnnotationModel model;
	private final IDocument document;

	public JsonFolding(ProjectionAnnotationModel model, IDocument document) {
		this.model = model;
		this.document = document;
	}

	/** Can be folded from now on: what this text has. */
	public void show(@Nullable JsonNode root) {
		Map<Position, Boolean> wanted = new HashMap<>();
		if (root != null) {
			collect(root, wanted);
		}
		List<Annotation> gone = new ArrayList<>();
		model.getAnnotationIterator().forEachRemaining(annotation -> {
			Position position = model.getPosition(annotation);
			if (position == null || wanted.remove(position) == null) {
				gone.add(annotation);
			}
		});
		Map<Annotation, Position> added = new HashMap<>();
		wanted.keySet().forEach(position -> added.put(new ProjectionAnnotation(), position));
		if (!gone.isEmpty() || !added.isEmpty()) {
			model.modifyAnnotations(gone.toArray(Annotation[]::new), added, new Annotation[0]);
		}
	}

	private void collect(JsonNode node, Map<Position, Boolean> into) {
		if (node instanceof JsonObjectNode object) {
			add(node, into);
			for (JsonMember member : object.members()) {
				collect(member.value(), into);
			}
		} else if (node instanceof JsonArrayNode array) {
			add(node, into);
			array.items().forEach(item -> collect(item, into));
		}
	}

	private void add(JsonNode node, Map<Position, Boolean> into) {
		try {
			int first = document.getLineOfOffset(node.offset());
			int last = document.getLineOfOffset(Math.max(node.offset(), node.end() - 1));
			if (last > first) {
				int from = document.getLineOffset(first);
				into.put(new Position(from, document.getLineOffset(last) + document.getLineLength(last) - from), true);
			}
		} catch (BadLocationException e) {
			// the text was edited since: it is read again soon
		}
	}
}
