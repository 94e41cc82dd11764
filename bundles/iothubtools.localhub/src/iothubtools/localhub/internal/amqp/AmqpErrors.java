// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.amqp;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.messaging.Rejected;
import org.apache.qpid.proton.amqp.transport.ErrorCondition;

import iothubtools.localhub.internal.errors.ErrorCode;
import iothubtools.localhub.internal.errors.Failures;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.faults.LinkFault;

/** Errors as AMQP tells them (contract §8.2); the SDKs tell them apart by their symbols. */
final class AmqpErrors {

	private static final Symbol TRACKING_ID = Symbol.valueOf("com.microsoft:tracking-id");

	private AmqpErrors() {
	}

	/** Of whatever went wrong. */
	static ErrorCondition of(Throwable failure) {
		Throwable cause = Failures.cause(failure) instanceof LinkFault fault ? fault.error() : Failures.cause(failure);
		return cause instanceof HubError error ? of(symbol(error.code()), error.code().wireName() + ": " + error.getMessage())
				: of("amqp:internal-error", "InternalServerError");
	}

	/** With a symbol and words. */
	static ErrorCondition of(String symbol, String text) {
		return of(symbol, text, Map.of());
	}

	/** With more that a client may want to know. */
	static ErrorCondition of(String symbol, String text, Map<Symbol, Object> more) {
		ErrorCondition condition = new ErrorCondition(Symbol.valueOf(symbol), text);
		Map<Symbol, Object> info = new HashMap<>(more);
		info.put(TRACKING_ID, trackingId());
		condition.setInfo(info);
		return condition;
	}

	/** A new one, by which support would find what went wrong. */
	static String trackingId() {
		return UUID.randomUUID().toString().replace("-", "");
	}

	/** The outcome of a message that is not taken. */
	static Rejected rejected(Throwable failure) {
		Rejected outcome = new Rejected();
		outcome.setError(of(failure));
		return outcome;
	}

	/** The outcome of what cannot be read. */
	static Rejected noMessage() {
		Rejected outcome = new Rejected();
		outcome.setError(of("amqp:decode-error", "This is no message."));
		return outcome;
	}

	private static String symbol(ErrorCode code) {
		return switch (code) {
		case DEVICE_MAXIMUM_QUEUE_DEPTH_EXCEEDED -> "amqp:resource-limit-exceeded";
		case IOT_HUB_QUOTA_EXCEEDED -> "com.microsoft:quota-exceeded";
		case DEVICE_MESSAGE_LOCK_LOST -> "com.microsoft:message-lock-lost";
		case SERVER_BUSY -> "com.microsoft:server-busy";
		case GENERIC_TIMEOUT, GATEWAY_TIMEOUT -> "com.microsoft:timeout";
		default -> switch (code.status()) {
		case 400 -> "com.microsoft:argument-error";
		case 401, 403 -> "amqp:unauthorized-access";
		case 404 -> "amqp:not-found";
		case 409 -> "com.microsoft:device-already-exists";
		case 412 -> "amqp:precondition-failed";
		case 413 -> "amqp:link:message-size-exceeded";
		case 429 -> "com.microsoft:device-container-throttled";
		default -> "amqp:internal-error";
		};
		};
	}
}
