// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.configurations;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.json.JsonDocument;
import iothubtools.client.json.JsonMember;
import iothubtools.client.json.JsonObjectNode;
import iothubtools.client.json.JsonScalar;
import iothubtools.client.json.TextProblem;
import iothubtools.ui.internal.forms.Finding;
import iothubtools.ui.internal.problems.ProblemTexts;

/** The rules for the content of a configuration (contract §3.10). */
final class ContentRules {

	private static final String DESIRED = "properties.desired";

	private ContentRules() {
	}

	/** The first thing that is wrong with the content, or missing. */
	static @Nullable Finding content(ConfigurationModel model) {
		String text = model.content();
		if (text.isBlank() || model.isTemplate()) {
			return Finding.missing(ConfigurationFields.CONTENT, Messages.Content_missing);
		}
		JsonDocument json = JsonDocument.read(text);
		if (!json.problems().isEmpty()) {
			TextProblem first = json.problems().get(0);
			return error(ProblemTexts.line(first, text), ProblemTexts.of(first));
		}
		return json.root() instanceof JsonObjectNode content ? whole(model.kind(), content, text) : error(1, Messages.Content_object);
	}

	private static Finding error(int line, String problem) {
		return Finding.error(ConfigurationFields.CONTENT, NLS.bind(Messages.Content_problem, line, problem));
	}

	private static Finding error(JsonMember member, String text, String problem) {
		return error(1 + (int) text.substring(0, member.offset()).chars().filter(c -> c == '\n').count(), problem);
	}

	private static @Nullable Finding whole(ContentKind kind, JsonObjectNode content, String text) {
		for (JsonMember member : content.members()) {
			if (!member.name().equals(kind.member()) && !isNull(member)) {
				return error(member, text, NLS.bind(Messages.Content_other, kind.member(), member.name()));
			}
		}
		JsonMember own = content.member(kind.member());
		if (own == null) {
			return error(1, NLS.bind(Messages.Content_without, kind.member()));
		}
		if (!(own.value() instanceof JsonObjectNode inner)) {
			return error(own, text, NLS.bind(Messages.Content_no_object, own.name()));
		}
		if (kind != ContentKind.EDGE) {
			return sections(own, inner, text);
		}
		for (JsonMember module : inner.members()) {
			Finding finding = module.value() instanceof JsonObjectNode sections ? sections(module, sections, text)
					: error(module, text, NLS.bind(Messages.Content_no_object, module.name()));
			if (finding != null) {
				return finding;
			}
		}
		return inner.members().isEmpty() ? error(own, text, NLS.bind(Messages.Content_empty, own.name())) : null;
	}

	/** As some tools write the members that are not there. */
	private static boolean isNull(JsonMember member) {
		return member.value() instanceof JsonScalar scalar && scalar.type() == JsonScalar.Type.NULL;
	}

	private static @Nullable Finding sections(JsonMember owner, JsonObjectNode sections, String text) {
		for (JsonMember section : sections.members()) {
			if (!section.name().equals(DESIRED) && !section.name().startsWith(DESIRED + ".")) {
				return error(section, text, NLS.bind(Messages.Content_section, section.name()));
			}
			if (section.name().equals(DESIRED) && !(section.value() instanceof JsonObjectNode)) {
				return error(section, text, NLS.bind(Messages.Content_no_object, section.name()));
			}
		}
		return sections.members().isEmpty() ? error(owner, text, NLS.bind(Messages.Content_empty, owner.name())) : null;
	}
}
