// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.twin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.preference.PreferenceConverter;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.IAnnotationModelExtension;
import org.eclipse.jface.text.source.SourceViewer;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.ui.editors.text.EditorsUI;

import iothubtools.client.json.JsonDifference;
import iothubtools.client.json.JsonMember;
import iothubtools.client.json.JsonWriter;
import iothubtools.ui.internal.text.MarkPainter;

/** Marks the values of which what is wanted and what is reported differ; pointed at, each says the other one. */
final class DifferenceMarks {

	/** As in plugin.xml. */
	static final String TYPE = "iothubtools.ui.editor.differs";
	private static final String COLOUR = "iothubtools.ui.editor.differs.colour";
	private static final int SHOWN = 200;

	private final List<Annotation> marks = new ArrayList<>();

	/**
	 * Marks these and nothing else.
	 *
	 * @param wanted whether the text is what is wanted; else it is what is reported
	 * @param text   in which they are
	 */
	void show(List<JsonDifference> differences, boolean wanted, String text, IAnnotationModel model) {
		Map<Annotation, Position> now = new HashMap<>();
		for (JsonDifference difference : differences) {
			JsonMember here = wanted ? difference.wanted() : difference.reported();
			JsonMember there = wanted ? difference.reported() : difference.wanted();
			if (here != null) {
				String said = text(wanted, there);
				inLines(text, here.offset(), here.end()).forEach(place -> now.put(new Annotation(TYPE, false, said), place));
			}
		}
		((IAnnotationModelExtension) model).replaceAnnotations(marks.toArray(Annotation[]::new), now);
		marks.clear();
		marks.addAll(now.keySet());
	}

	/** What stands in each of the lines of a value: what they are indented by is no part of it. */
	private static List<Position> inLines(String text, int from, int end) {
		List<Position> places = new ArrayList<>();
		// it may have been edited since, and is read again then
		int all = Math.min(end, text.length());
		for (int i = from; i < all;) {
			int next = text.indexOf('\n', i);
			int behind = next < 0 || next > all ? all : next;
			int begin = i;
			while (begin < behind && Character.isWhitespace(text.charAt(begin))) {
				begin++;
			}
			i = behind + 1;
			while (behind > begin && Character.isWhitespace(text.charAt(behind - 1))) {
				behind--;
			}
			if (begin < behind) {
				places.add(new Position(begin, behind - begin));
			}
		}
		return places;
	}

	private static String text(boolean wanted, @Nullable JsonMember there) {
		if (there == null) {
			return Messages.Differs_not_reported;
		}
		String value = JsonWriter.compact(there.value());
		return NLS.bind(wanted ? Messages.Differs_reported : Messages.Differs_wanted,
				value.length() > SHOWN ? value.substring(0, SHOWN) + '\u2026' : value);
	}

	/** Draws such marks in a viewer that has no decorations of an editor. */
	static void paint(SourceViewer viewer) {
		new MarkPainter(viewer).highlight(TYPE, colour()).paint();
	}

	private static Color colour() {
		RGB rgb = PreferenceConverter.getColor(EditorsUI.getPreferenceStore(), COLOUR);
		JFaceResources.getColorRegistry().put(COLOUR, rgb);
		return JFaceResources.getColorRegistry().get(COLOUR);
	}
}
