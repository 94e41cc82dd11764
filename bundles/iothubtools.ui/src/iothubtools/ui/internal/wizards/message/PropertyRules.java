// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.message;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.messages.MessageRules;
import iothubtools.ui.internal.forms.Finding;

/** The rules for the properties of a message, one method each. */
public final class PropertyRules {

	/** What a value of a property may be. */
	@FunctionalInterface
	public interface ValueRule {

		/** Why it cannot be, in plain English; null if it can. */
		@Nullable
		String problem(String value);
	}

	private PropertyRules() {
	}

	/** Whether the message id can be sent. */
	public static @Nullable Finding messageId(MessageModel model) {
		return id(SendMessageFields.MESSAGE_ID, model.messageId(), Messages.Message_id_problem);
	}

	/** Whether the correlation id can be sent. */
	public static @Nullable Finding correlationId(MessageModel model) {
		return id(SendMessageFields.CORRELATION_ID, model.correlationId(), Messages.Correlation_id_problem);
	}

	private static @Nullable Finding id(String field, String id, String template) {
		String problem = MessageRules.idProblem(id);
		return problem == null ? null : Finding.error(field, NLS.bind(template, problem));
	}

	/** Whether each application property has a name and a value that can be sent. */
	public static @Nullable Finding rows(MessageModel model, ValueRule values) {
		return model.properties().stream().filter(property -> !property.empty()).map(property -> row(property, values))
				.filter(finding -> finding != null).findFirst().orElse(null);
	}

	/** What is wrong with one row, or null. */
	private static @Nullable Finding row(MessageProperty property, ValueRule values) {
		if (property.name().isEmpty()) {
			return Finding.error(SendMessageFields.PROPERTIES,
					NLS.bind(Messages.Property_without_name, property.value()));
		}
		String problem = MessageRules.nameProblem(property.name());
		if (problem != null) {
			return Finding.error(SendMessageFields.PROPERTIES,
					NLS.bind(Messages.Property_name_problem, property.name(), problem));
		}
		problem = values.problem(property.value());
		return problem == null ? null
				: Finding.error(SendMessageFields.PROPERTIES,
						NLS.bind(Messages.Property_value_problem, property.name(), problem));
	}

	/** Whether there is each application property once. */
	public static @Nullable Finding duplicates(MessageModel model) {
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
