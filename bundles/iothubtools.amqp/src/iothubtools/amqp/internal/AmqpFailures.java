// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.internal;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.net.ssl.SSLException;

import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.messaging.Accepted;
import org.apache.qpid.proton.amqp.messaging.Rejected;
import org.apache.qpid.proton.amqp.transport.DeliveryState;
import org.apache.qpid.proton.amqp.transport.ErrorCondition;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.errors.ConnectionException;
import iothubtools.client.errors.ConnectionException.Kind;
import iothubtools.client.errors.HubErrorCode;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ProtocolException;
import iothubtools.client.errors.ServiceError;
import iothubtools.client.errors.ServiceException;
import iothubtools.client.exchange.Masking;

/** From what AMQP and the network say to the client's errors (contract §8.2). */
public final class AmqpFailures {

	private static final Symbol TRACKING_ID = Symbol.valueOf("com.microsoft:tracking-id");
	/** What a service says while it moves or mends something. */
	private static final Set<String> PASSING = Set.of("amqp:link:detach-forced", "amqp:connection:forced", "amqp:internal-error",
			"com.microsoft:operation-cancelled", "com.microsoft:timeout", "com.microsoft:store-lock-lost", "amqp:connection:framing-error",
			"amqp:session:window-violation", "amqp:link:transfer-limit-exceeded");
	private static final Pattern WORD = Pattern.compile("[A-Za-z]{4,}");

	private AmqpFailures() {
	}

	/** What the hub says of a message, a link or the connection. */
	public static ServiceException of(@Nullable ErrorCondition condition) {
		String symbol = condition == null || condition.getCondition() == null ? "" : condition.getCondition().toString();
		String description = condition == null || condition.getDescription() == null ? "" : condition.getDescription();
		HubErrorCode code = named(description);
		if (code == HubErrorCode.UNKNOWN) {
			code = code(symbol);
		}
		String name = code == HubErrorCode.UNKNOWN ? symbol : code.wireName();
		String message = description.startsWith(name + ": ") ? description.substring(name.length() + 2) : description;
		return service(code.number() / 1000, code, name, message, trackingId(condition));
	}

	/** The same by the symbol alone, which means something else in other places. */
	public static ServiceException unnamed(@Nullable ErrorCondition condition) {
		String symbol = condition == null || condition.getCondition() == null ? "" : condition.getCondition().toString();
		String description = condition == null || condition.getDescription() == null ? "" : condition.getDescription();
		return service(0, HubErrorCode.UNKNOWN, symbol, description, trackingId(condition));
	}

	/** Why the hub did not take what was sent; null where it did. */
	public static @Nullable ServiceException ofOutcome(@Nullable DeliveryState outcome) {
		if (outcome instanceof Accepted) {
			return null;
		}
		return of(outcome instanceof Rejected rejected && rejected.getError() != null ? rejected.getError()
				: new ErrorCondition(Symbol.valueOf("amqp:released"), "The hub gave the message back; send it again later."));
	}

	/** Who connects is not believed to be who it says it is; a host does not say more of that. */
	static ServiceException refused(String host) {
		HubErrorCode code = HubErrorCode.IOT_HUB_UNAUTHORIZED_ACCESS;
		return service(code.number() / 1000, code, code.wireName(), host + " does not let it in", null);
	}

	/** Whether the next try may have more luck: the other end was not reached, is busy, or mends something. */
	public static boolean isPassing(HubException failure) {
		if (failure instanceof ServiceException service) {
			return service.isServerError() || service.isThrottled() || PASSING.contains(service.errorName().toLowerCase(Locale.ROOT));
		}
		return failure instanceof ConnectionException || failure instanceof ProtocolException other && other.status() >= 500;
	}

	/** What {@code $cbs} says to a token. */
	public static ServiceException ofStatus(int status, String description) {
		HubErrorCode code = named(description);
		String name = switch (status) {
		case 401 -> "amqp:unauthorized-access";
		case 404 -> "amqp:not-found";
		default -> "";
		};
		return service(status, code, code == HubErrorCode.UNKNOWN ? name : code.wireName(), description, null);
	}

	/**
	 * What a hub says of a request, with the number of the error where it says that.
	 *
	 * @param number     as 412001; 0 for none
	 * @param trackingId by which Azure support finds the request; null where it is not said
	 */
	public static ServiceException ofStatus(int status, int number, String message, @Nullable String trackingId) {
		HubErrorCode code = number == 0 ? named(message) : HubErrorCode.byNumber(number);
		return service(status, code, code.wireName(), message, trackingId);
	}

	private static ServiceException service(int status, HubErrorCode code, String name, String message, @Nullable String trackingId) {
		return ServiceException.overAmqp(new ServiceError(status, code, name, code.number(), Masking.text(message), trackingId, null, null));
	}

	private static @Nullable String trackingId(@Nullable ErrorCondition condition) {
		Map<?, ?> info = condition == null ? null : condition.getInfo();
		Object id = info == null ? null : info.get(TRACKING_ID);
		return id == null ? null : id.toString();
	}

	private static HubErrorCode named(String description) {
		Matcher words = WORD.matcher(description);
		while (words.find()) {
			HubErrorCode code = HubErrorCode.byName(words.group());
			if (code != HubErrorCode.UNKNOWN) {
				return code;
			}
		}
		return HubErrorCode.UNKNOWN;
	}

	private static HubErrorCode code(String symbol) {
		return switch (symbol.toLowerCase(Locale.ROOT)) {
		case "amqp:unauthorized-access" -> HubErrorCode.IOT_HUB_UNAUTHORIZED_ACCESS;
		case "amqp:not-found" -> HubErrorCode.AMQP_ADDRESS_NOT_FOUND;
		case "amqp:resource-limit-exceeded" -> HubErrorCode.DEVICE_MAXIMUM_QUEUE_DEPTH_EXCEEDED;
		case "amqp:link:message-size-exceeded" -> HubErrorCode.MESSAGE_TOO_LARGE;
		case "amqp:precondition-failed", "com.microsoft:precondition-failed" -> HubErrorCode.PRECONDITION_FAILED;
		case "amqp:internal-error" -> HubErrorCode.SERVER_ERROR;
		case "com.microsoft:iot-hub-not-found-error" -> HubErrorCode.IOT_HUB_NOT_FOUND;
		case "com.microsoft:argument-error" -> HubErrorCode.ARGUMENT_INVALID;
		case "com.microsoft:quota-exceeded" -> HubErrorCode.IOT_HUB_QUOTA_EXCEEDED;
		case "com.microsoft:iot-hub-suspended" -> HubErrorCode.IOT_HUB_SUSPENDED;
		case "com.microsoft:device-container-throttled" -> HubErrorCode.THROTTLING_EXCEPTION;
		case "com.microsoft:server-busy" -> HubErrorCode.SERVER_BUSY;
		case "com.microsoft:timeout" -> HubErrorCode.GENERIC_TIMEOUT;
		default -> HubErrorCode.UNKNOWN;
		};
	}

	/** Why there is no connection. */
	static ConnectionException network(AmqpEndpoint to, Throwable failure) {
		String where = to.host() + ":" + to.port();
		for (Throwable one = failure; one != null; one = one.getCause()) {
			if (one instanceof UnresolvedAddressException) {
				return new ConnectionException(Kind.NAME_NOT_FOUND, "No address is known for " + to.host(), failure);
			} else if (one instanceof ConnectException) {
				return new ConnectionException(Kind.REFUSED, "Nothing listens at " + where + ": the port may be closed for AMQP", failure);
			} else if (one instanceof NoRouteToHostException) {
				return new ConnectionException(Kind.UNREACHABLE, "There is no way to " + where, failure);
			} else if (one instanceof CertPathBuilderException) {
				return new ConnectionException(Kind.TLS_NOT_TRUSTED, "The certificate of " + where + " is signed by no authority trusted here", failure);
			} else if (one.getClass() == CertificateException.class) {
				return new ConnectionException(Kind.TLS_HOST_MISMATCH, "The certificate at " + where + " is for another host", failure);
			}
		}
		for (Throwable one = failure; one != null; one = one.getCause()) {
			if (one instanceof SSLException) {
				return new ConnectionException(Kind.TLS_FAILED, "No TLS with " + where, failure);
			}
		}
		return lost(to, failure);
	}

	/** The connection was there. */
	static ConnectionException lost(AmqpEndpoint to, @Nullable Throwable failure) {
		return new ConnectionException(Kind.CONNECTION_LOST, "The connection to " + to.host() + ":" + to.port() + " was lost", failure);
	}

	/** The same of a host. */
	public static ConnectionException lost(String host) {
		return new ConnectionException(Kind.CONNECTION_LOST, "The connection to " + host + " was lost", null);
	}

	/** Nothing came in time. */
	public static ConnectionException timeout(AmqpEndpoint to) {
		return timeout(to.host() + ":" + to.port());
	}

	/** The same of a host. */
	public static ConnectionException timeout(String host) {
		return new ConnectionException(Kind.TIMEOUT, "No answer from " + host + " in time", null);
	}
}
