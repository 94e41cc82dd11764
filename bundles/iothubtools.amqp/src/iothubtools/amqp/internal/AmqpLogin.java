// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.internal;

import org.apache.qpid.proton.engine.Sasl;
import org.apache.qpid.proton.engine.SaslListener;
import org.apache.qpid.proton.engine.Transport;
import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;

/** Who a connection says it is before it is open (contract §8.2). */
public final class AmqpLogin {

	/** Nobody yet: tokens are shown at {@code $cbs} later. */
	public static final AmqpLogin ANONYMOUS = new AmqpLogin("ANONYMOUS", "", "");

	/** Whoever the certificate is for that was shown in TLS. */
	public static final AmqpLogin EXTERNAL = new AmqpLogin("EXTERNAL", "", "");

	/** A frame of this negotiation has 512 bytes as a rule, which a token for long ids is longer than; hubs take more. */
	private static final int FRAME = 4096;
	private static final String PLAIN = "PLAIN";

	private final String mechanism;
	private final String user;
	private final String token;

	private AmqpLogin(String mechanism, String user, String token) {
		this.mechanism = mechanism;
		this.user = user;
		this.token = token;
	}

	/**
	 * Somebody with a token, which holds as long as the connection.
	 *
	 * @param user  as {@code {deviceId}@sas.{hubName}}
	 * @param token a secret
	 */
	public static AmqpLogin plain(String user, String token) {
		return new AmqpLogin(PLAIN, user, token);
	}

	/** Says so at the beginning of a transport. */
	void say(Transport transport, Runnable whenRefused) {
		if (mechanism.equals(PLAIN)) {
			transport.setInitialRemoteMaxFrameSize(FRAME);
		}
		Sasl sasl = transport.sasl();
		sasl.client();
		sasl.setListener(new Outcome(whenRefused));
		if (mechanism.equals(PLAIN)) {
			sasl.plain(user, token);
		} else {
			sasl.setMechanisms(mechanism);
		}
	}

	/** Hears what the other end thinks of it. */
	@NonNullByDefault({DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD}) // Proton's methods say nothing of null
	private static final class Outcome implements SaslListener {

		private final Runnable whenRefused;

		Outcome(Runnable whenRefused) {
			this.whenRefused = whenRefused;
		}

		@Override
		public void onSaslOutcome(Sasl sasl, Transport transport) {
			if (sasl.getOutcome() == Sasl.SaslOutcome.PN_SASL_AUTH) {
				whenRefused.run();
			}
		}

		@Override
		public void onSaslMechanisms(Sasl sasl, Transport transport) {
			// what is said does not hang on them
		}

		@Override
		public void onSaslChallenge(Sasl sasl, Transport transport) {
			// none of these mechanisms has one
		}

		@Override
		public void onSaslInit(Sasl sasl, Transport transport) {
			// the other end's
		}

		@Override
		public void onSaslResponse(Sasl sasl, Transport transport) {
			// the other end's
		}
	}

	/** The way and who it is, without the secret. */
	@Override
	public String toString() {
		return mechanism + (user.isEmpty() ? "" : " " + user);
	}
}
