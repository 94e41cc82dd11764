// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.message;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.messages.MessageRules;
import iothubtools.ui.internal.forms.Finding;
import iothubtools.ui.internal.forms.Rule;

/** The rules for the properties of a message, one method each, in the order of the fields. */
final class PropertyRules {

	static final List<Rule<SendMessageModel>> ALL = List.of(PropertyRules::messageId, PropertyRules::correlationId,
			PropertyRules::rows, PropertyRules::duplicates, BodyRules::size);

	private PropertyRules() {
	}

	static @Nullable Finding messageId(SendMessageModel model) {
		return id(SendMessageFields.MESSAGE_ID, model.messageId(), Messages.Message_id_problem);
	}

	static @Nullable Finding correlationId(SendMessageModel model) {
		return id(SendMessageFields.CORRELATION_ID, model.correlationId(), Messages.Correlation_id_problem);
	}

	private static @Nullable Finding id(String field, String id, String template) {
		String problem = MessageRules.idProblem(id);
		return problem == null ? null : Finding.error(field, NLS.bind(template, problem));
	}

	static @Nullable Finding rows(SendMessageModel model) {
		return model.properties().stream().filter(property -> !property.empty()).map(PropertyRules::row)
				.filter(finding -> finding != null).findFirst().orElse(null);
	}

	/** What is wrong with one row, or null. */
	static @Nullable Finding row(MessageProperty property) {
		if (property.name().isEmpty()) {
			return Finding.error(SendMessageFields.PROPERTIES,
					NLS.bind(Messages.Property_without_name, property.value()));
		}
		String problem = MessageRules.nameProblem(property.name());
		if (problem != null) {
			return Finding.error(SendMessageFields.PROPERTIES,
					NLS.bind(Messages.Property_name_problem, property.name(), problem));
		}
		problem = MessageRules.valueProblem(property.value());
		return problem == null ? null
				: Finding.error(SendMessageFields.PROPERTIES,
						NLS.bind(Messages.Property_value_problem, property.name(), problem));
	}

	static @Nullable Finding duplicates(SendMessageModel model) {
		Set<String> names = new HashSet<>();
		for (MessageProperty property : model.properties()) {
			// over HTTP properties are headers, whose names do not tell upper from lower case
			if (!property.name().isEmpty() && !names.add(property.name().toLowerCase(Locale.ROOT))) {
				return Finding.error(SendMessageFields.PROPERTIES,
						NLS.bind(Messages.Property_twice, property.name()));
			}
		}
		return null;
	}
}
