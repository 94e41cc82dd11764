// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.twin;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

import iothubtools.client.json.JsonDifference;
import iothubtools.client.json.JsonDocument;
import iothubtools.client.json.JsonMember;
import iothubtools.client.json.JsonObjectNode;
import iothubtools.client.json.JsonWriter;
import iothubtools.client.twins.Twin;
import iothubtools.client.twins.TwinProperties;
import iothubtools.ui.editor.internal.json.JsonView;
import iothubtools.ui.editor.internal.page.TitledPart;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.forms.Fields;

/** What the device reports, to be read beside what is wanted of it: where it is something else it is marked, and the rest can be hidden. */
final class ReportedPart {

	/** What tests find it by. */
	static final String TEXT = "reportedText";
	static final String ONLY_DIFFERENCES = "onlyDifferences";
	static final String STATUS = "reportedStatus";

	private final JsonView text;
	private final DifferenceMarks marks = new DifferenceMarks();
	private final Label status;
	private boolean onlyDifferences;
	private @Nullable Twin twin;
	/** What the twin reports, as it is read and as it is shown whole: while somebody edits, it is the same each time. */
	private JsonObjectNode all = new JsonObjectNode(0, 0, List.of());
	private String whole = "";
	private JsonObjectNode wholeShown = all;
	private @Nullable JsonObjectNode desired;

	ReportedPart(Composite parent) {
		TitledPart part = new TitledPart(parent, Messages.Reported_title);
		Button filter = Fields.choice(part.beside(), SWT.CHECK, Messages.Reported_only, ONLY_DIFFERENCES, false, on -> {
			onlyDifferences = on;
			show();
		});
		GridDataFactory.swtDefaults().applyTo(filter);
		text = new JsonView(part.content(), SWT.NONE, TEXT, Messages.Reported_accessible);
		DifferenceMarks.paint(text.viewer());
		status = WidgetIds.mark(part.footer(), STATUS);
	}

	/** The twin as the hub has it. */
	void show(Twin now) {
		twin = now;
		all = JsonDocument.object(now.reported().json());
		whole = JsonWriter.pretty(all);
		wholeShown = JsonDocument.object(whole);
		desired = JsonDocument.object(now.desired().json());
		show();
	}

	/** What the device reports; nothing before the twin was read. */
	JsonObjectNode reported() {
		return all;
	}

	/** What is wanted of the device is edited. */
	void compareWith(JsonObjectNode wanted) {
		desired = wanted;
		show();
	}

	private void show() {
		Twin shown = twin;
		JsonObjectNode wanted = desired;
		if (shown == null || wanted == null || status.isDisposed()) {
			return;
		}
		List<JsonDifference> differences = JsonDifference.between(wanted, all);
		Set<List<String>> kept = new HashSet<>();
		differences.stream().filter(JsonDifference::isInBoth).forEach(difference -> kept.add(difference.path()));
		String json = onlyDifferences ? JsonWriter.pretty(only(List.of(), all, kept)) : whole;
		text.show(json);
		// at their places in the text as it is shown
		List<JsonDifference> inText = JsonDifference.between(wanted, onlyDifferences ? JsonDocument.object(json) : wholeShown);
		marks.show(inText.stream().filter(JsonDifference::isInBoth).toList(), false, json, text.marks());
		status.setText(status(shown.reported(), kept.size(), differences.stream().filter(difference -> difference.reported() == null).count()));
		status.requestLayout();
	}

	/** The members that lead to one of these paths. */
	private static JsonObjectNode only(List<String> path, JsonObjectNode object, Set<List<String>> kept) {
		List<JsonMember> members = new ArrayList<>();
		for (JsonMember member : object.members()) {
			List<String> place = new ArrayList<>(path);
			place.add(member.name());
			if (kept.contains(place)) {
				members.add(member);
			} else if (member.value() instanceof JsonObjectNode child) {
				JsonObjectNode rest = only(place, child, kept);
				if (!rest.members().isEmpty()) {
					members.add(new JsonMember(0, 0, member.name(), rest));
				}
			}
		}
		return new JsonObjectNode(0, 0, members);
	}

	private static String status(TwinProperties reported, int different, long missing) {
		Instant changed = reported.lastUpdated();
		String version = changed == null ? NLS.bind(Messages.Version_never, reported.version())
				: NLS.bind(Messages.Version, reported.version(),
						DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM).withZone(ZoneId.systemDefault()).format(changed));
		return different == 0 && missing == 0 ? version : NLS.bind(Messages.Reported_differs, new Object[] { version, different, missing });
	}
}
