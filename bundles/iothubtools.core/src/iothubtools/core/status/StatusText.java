// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.status;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ServiceException;
import iothubtools.core.hubs.ConnectionKind;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.hubs.HubRight;

/** Words of a status: the sentence of its code, filled with host, connection, policy and the service's own message. */
record StatusText(HubConnection connection) {

	/**
	 * A token that is sent has nine minutes left or more, and the service allows five beyond (contract §2): a clock that is
	 * less behind is not what the hub refuses.
	 */
	private static final Duration TOLERATED_SKEW = Duration.ofMinutes(9);

	static boolean clockIsBehind(ServiceException failure) {
		Duration skew = failure.clockSkew();
		return skew != null && skew.compareTo(TOLERATED_SKEW) > 0;
	}

	String of(HubStatusCode code, ServiceException failure) {
		Duration skew = failure.clockSkew();
		String detail = code == HubStatusCode.CLOCK_OFF && skew != null ? Long.toString(skew.toMinutes())
				: detail(code, failure);
		return tracked(doubted(fill(code, detail, failure.status()), failure), failure.trackingId());
	}

	String of(HubStatusCode code, Throwable failure) {
		String detail = failure instanceof IOException file ? FileReason.of(file) : failure.getLocalizedMessage();
		return doubted(fill(code, detail == null ? failure.getClass().getSimpleName() : detail, 0), failure);
	}

	/** That it is rights of the policy and nothing else. */
	String lacking(Set<HubRight> missing, ServiceException failure) {
		String names = missing.stream().map(HubRight::azureName).collect(Collectors.joining(", "));
		return tracked(doubted(fill(HubStatusCode.RIGHT_MISSING, names, failure.status()), failure), failure.trackingId());
	}

	/** The message with the doubt whether the hub has done it all the same. */
	private static String doubted(String message, Throwable failure) {
		return failure instanceof HubException hub && hub.isUnclear() ? NLS.bind(Messages.Unclear, message) : message;
	}

	/** The message with the id a support request needs. */
	static String tracked(String message, @Nullable String trackingId) {
		return trackingId == null ? message : NLS.bind(Messages.Tracking, message, trackingId);
	}

	private String fill(HubStatusCode code, String detail, int httpStatus) {
		return NLS.bind(code.text(), new Object[] { connection.host(), connection.name(), connection.policyName(),
				detail, httpStatus, login() }).strip();
	}

	/** The command that signs a person in. */
	private String login() {
		return connection.kind() instanceof ConnectionKind.Entra entra && !entra.tenant().isEmpty() ? "az login --tenant " + entra.tenant()
				: "az login";
	}

	/** An error reply may come without any text; some sentences are nothing but that text. */
	private static String detail(HubStatusCode code, ServiceException failure) {
		if (!failure.serviceMessage().isEmpty()) {
			return failure.serviceMessage();
		}
		boolean saysStatus = code.text().contains("{4}");
		return failure.errorName().isEmpty() && !saysStatus ? "HTTP " + failure.status() : failure.errorName();
	}
}
