// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.preferences;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.auth.HubHost;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.errors.InvalidInputException;
import iothubtools.client.names.PolicyNames;
import iothubtools.core.connections.CaCertificates;
import iothubtools.core.connections.TrustException;
import iothubtools.core.hubs.ConnectionKind;
import iothubtools.ui.internal.forms.Finding;
import iothubtools.ui.internal.forms.Rule;

/** The rules for a hub connection, one method each, in the order of the fields. */
final class ConnectionRules {

	static final List<Rule<ConnectionForm>> ALL = List.of(ConnectionRules::connectionString, ConnectionRules::hostName,
			ConnectionRules::policyName, ConnectionRules::key, ConnectionRules::tenant, ConnectionRules::name,
			ConnectionRules::caCertificate);

	private ConnectionRules() {
	}

	static @Nullable Finding connectionString(ConnectionForm form) {
		if (form.entra()) {
			return null;
		}
		String problem = form.connectionStringProblem();
		if (problem != null) {
			return Finding.error(ConnectionFields.CONNECTION_STRING, NLS.bind(Messages.Connection_string_problem, problem));
		}
		String warning = form.connectionStringWarning();
		return warning == null ? null
				: Finding.warning(ConnectionFields.CONNECTION_STRING,
						NLS.bind(Messages.Connection_string_problem, warning));
	}

	static @Nullable Finding hostName(ConnectionForm form) {
		if (form.hostName().isEmpty()) {
			return Finding.missing(ConnectionFields.HOST_NAME,
					form.entra() ? Messages.Host_name_missing_entra : Messages.Host_name_missing);
		}
		try {
			HubHost.parse(form.hostName());
			return null;
		} catch (InvalidInputException e) {
			return Finding.error(ConnectionFields.HOST_NAME, NLS.bind(Messages.Host_name_problem, e.reason()));
		}
	}

	static @Nullable Finding policyName(ConnectionForm form) {
		if (form.entra()) {
			return null;
		}
		if (form.policyName().isEmpty()) {
			return Finding.missing(ConnectionFields.POLICY_NAME, Messages.Policy_name_missing);
		}
		String problem = PolicyNames.problem(form.policyName());
		return problem == null ? null
				: Finding.error(ConnectionFields.POLICY_NAME, NLS.bind(Messages.Policy_name_problem, problem));
	}

	static @Nullable Finding key(ConnectionForm form) {
		if (form.entra()) {
			return null;
		}
		if (form.key().isEmpty()) {
			return form.keyStored() ? null : Finding.missing(ConnectionFields.KEY, Messages.Key_missing);
		}
		try {
			SharedAccessKey.parse(form.key());
			return null;
		} catch (InvalidInputException e) {
			return Finding.error(ConnectionFields.KEY, NLS.bind(Messages.Key_problem, e.reason()));
		}
	}

	static @Nullable Finding tenant(ConnectionForm form) {
		if (!form.entra()) {
			return null;
		}
		try {
			new ConnectionKind.Entra(form.tenant());
			return null;
		} catch (InvalidInputException e) {
			return Finding.error(ConnectionFields.TENANT, NLS.bind(Messages.Tenant_problem, e.reason()));
		}
	}

	static @Nullable Finding name(ConnectionForm form) {
		if (form.name().isEmpty()) {
			return Finding.missing(ConnectionFields.NAME, Messages.Name_missing);
		}
		return form.nameTaken() ? Finding.error(ConnectionFields.NAME, Messages.Name_taken) : null;
	}

	static @Nullable Finding caCertificate(ConnectionForm form) {
		try {
			CaCertificates.load(form.caCertificate());
			return null;
		} catch (TrustException e) {
			return Finding.error(ConnectionFields.CA_CERTIFICATE, problem(e.getCause()));
		}
	}

	private static String problem(@Nullable Throwable cause) {
		if (cause instanceof NoSuchFileException || cause instanceof InvalidPathException) {
			return Messages.Ca_certificate_no_file;
		}
		return cause instanceof IOException ? Messages.Ca_certificate_unreadable : Messages.Ca_certificate_problem;
	}
}
