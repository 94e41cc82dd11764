// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.monitor;

import java.util.List;
import java.util.Locale;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.auth.ConnectionString;
import iothubtools.client.auth.EventHubConnectionString;
import iothubtools.client.auth.HubConnectionString;
import iothubtools.client.errors.InvalidInputException;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.forms.Finding;
import iothubtools.ui.internal.forms.Findings;
import iothubtools.ui.internal.forms.Rule;

/** What is entered of an endpoint that is compatible with Event Hubs. The connection string is a secret: nothing that is said repeats it. */
final class EndpointForm {

	private static final List<Rule<EndpointForm>> RULES = List.of(EndpointForm::connectionString, EndpointForm::eventHub);

	private String text = "";
	private @Nullable EventHubConnectionString read;
	/** What is wrong with the text; null where nothing is. */
	private @Nullable String problem;
	private String entity = "";
	private String name;
	private boolean keep;

	/** @param name of the one that is entered anew; empty for one more */
	EndpointForm(String name, boolean keep) {
		this.name = name;
		this.keep = keep;
	}

	void text(String pasted) {
		text = pasted.strip();
		read = null;
		problem = null;
		if (text.isEmpty()) {
			return;
		}
		try {
			if (EventHubConnectionString.isOne(text)) {
				read = EventHubConnectionString.parse(text);
			} else {
				problem = otherwise(text);
			}
		} catch (InvalidInputException e) {
			problem = NLS.bind(Messages.Endpoint_wrong, e.getMessage());
		}
	}

	/** What a text is that is none of an Event Hub, and what it is good for. */
	private static String otherwise(String text) {
		if (text.startsWith("SharedAccessSignature ")) {
			return Messages.Endpoint_token;
		}
		try {
			return ConnectionString.parse(text) instanceof HubConnectionString ? Messages.Endpoint_hub : Messages.Endpoint_device;
		} catch (InvalidInputException e) {
			// also one of a hub that is cut off should not be taken for nothing at all
			return text.toLowerCase(Locale.ROOT).contains("hostname=") ? Messages.Endpoint_hub : Messages.Endpoint_none;
		}
	}

	void entity(String typed) {
		entity = typed.strip();
	}

	void name(String typed) {
		name = typed.strip();
	}

	void keep(boolean chosen) {
		keep = chosen;
	}

	boolean keep() {
		return keep;
	}

	String name() {
		return name;
	}

	/** The event hub that the connection string names; empty where it names none. */
	String namedEntity() {
		EventHubConnectionString string = read;
		String named = string == null ? null : string.entity();
		return named == null ? "" : named;
	}

	/** What a name could be. */
	String proposedName() {
		String named = namedEntity();
		return named.isEmpty() ? entity : named;
	}

	private static @Nullable Finding connectionString(EndpointForm form) {
		String wrong = form.problem;
		return form.text.isEmpty() ? Finding.missing(WidgetIds.ENDPOINT_STRING, Messages.Endpoint_message)
				: wrong == null ? null : Finding.error(WidgetIds.ENDPOINT_STRING, wrong);
	}

	private static @Nullable Finding eventHub(EndpointForm form) {
		if (form.read == null || !form.namedEntity().isEmpty()) {
			return null;
		}
		return form.entity.isEmpty() ? Finding.missing(WidgetIds.ENDPOINT_ENTITY, Messages.Endpoint_noEntity)
				: form.entity.matches("[A-Za-z0-9._/-]+") ? null : Finding.error(WidgetIds.ENDPOINT_ENTITY, Messages.Endpoint_wrongEntity);
	}

	Findings findings() {
		return Findings.of(this, RULES);
	}

	/** What was entered, with its event hub; null as long as something is missing or wrong. */
	@Nullable
	EventHubConnectionString given() {
		EventHubConnectionString string = read;
		return string == null || !findings().complete() ? null
				: namedEntity().isEmpty() ? new EventHubConnectionString(string.host(), string.policyName(), string.key(), entity) : string;
	}
}
