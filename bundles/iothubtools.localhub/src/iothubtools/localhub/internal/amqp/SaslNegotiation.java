// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.amqp;

import java.nio.charset.StandardCharsets;

import org.apache.qpid.proton.engine.Sasl;
import org.apache.qpid.proton.engine.SaslListener;
import org.apache.qpid.proton.engine.Transport;
import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;

import iothubtools.localhub.internal.errors.HubError;

/**
 * Who a client says it is before it opens its connection: with a token in PLAIN, with its certificate in EXTERNAL, or nobody yet, in
 * ANONYMOUS, in what .NET's clients call MSSBCBS, and without SASL at all, as Java's device SDK with a certificate. Who is nobody yet shows a
 * token at {@code $cbs} later, or has shown a certificate in TLS.
 */
@NonNullByDefault({DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD}) // Proton's methods say nothing of null
final class SaslNegotiation implements SaslListener {

	private static final String PLAIN = "PLAIN";
	private static final String EXTERNAL = "EXTERNAL";
	private static final String[] MECHANISMS = { "MSSBCBS", PLAIN, "ANONYMOUS", EXTERNAL };

	private final AmqpConnection connection;

	SaslNegotiation(AmqpConnection connection) {
		this.connection = connection;
	}

	/** Negotiates at the beginning of this transport. */
	void of(Transport transport) {
		Sasl sasl = transport.sasl();
		sasl.server();
		sasl.setMechanisms(MECHANISMS);
		sasl.allowSkip(true);
		sasl.setListener(this);
	}

	@Override
	public void onSaslInit(Sasl sasl, Transport transport) {
		String[] chosen = sasl.getRemoteMechanisms();
		byte[] response = new byte[Math.max(0, sasl.pending())];
		sasl.recv(response, 0, response.length);
		sasl.done(chosen.length == 1 && isTaken(chosen[0], response) ? Sasl.SaslOutcome.PN_SASL_OK : Sasl.SaslOutcome.PN_SASL_AUTH);
	}

	private boolean isTaken(String mechanism, byte[] response) {
		return switch (mechanism) {
		case PLAIN -> isTaken(response);
		case EXTERNAL -> connection.grants().hasCertificate();
		case "ANONYMOUS", "MSSBCBS" -> true;
		default -> false;
		};
	}

	/** Whom to act for, which is left empty, who it is, and the token, with a zero before each of the last two. */
	private boolean isTaken(byte[] response) {
		String[] parts = new String(response, StandardCharsets.UTF_8).split("\0", -1);
		if (parts.length != 3) {
			return false;
		}
		try {
			connection.grants().login(parts[1], parts[2]);
			return true;
		} catch (HubError e) {
			// the service does not say why either
			return false;
		}
	}

	@Override
	public void onSaslResponse(Sasl sasl, Transport transport) {
		sasl.done(Sasl.SaslOutcome.PN_SASL_AUTH);
	}

	@Override
	public void onSaslMechanisms(Sasl sasl, Transport transport) {
		// a client's
	}

	@Override
	public void onSaslChallenge(Sasl sasl, Transport transport) {
		// a client's
	}

	@Override
	public void onSaslOutcome(Sasl sasl, Transport transport) {
		// a client's
	}
}
