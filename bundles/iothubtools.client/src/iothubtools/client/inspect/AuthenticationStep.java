// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.inspect;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.IotHubClient;
import iothubtools.client.auth.Credential;
import iothubtools.client.auth.HubConnectionString;
import iothubtools.client.auth.PolicyRights;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.auth.SharedAccessSignature;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.calls.RetryPolicy;
import iothubtools.client.calls.Timeouts;
import iothubtools.client.errors.HubErrorCode;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.InvalidInputException;
import iothubtools.client.errors.ServiceException;
import iothubtools.client.exchange.HttpExchange;

/** Knocks at the hub with the credential, by calls that change nothing. */
final class AuthenticationStep {

	private static final Duration TOKEN_LIFE = Duration.ofMinutes(10);

	private final InspectedText text;
	private final CheckTarget target;
	private final AtomicReference<@Nullable Duration> clockSkew = new AtomicReference<>();

	AuthenticationStep(InspectedText text, CheckTarget target) {
		this.text = text;
		this.target = target;
	}

	/** How far the hub's clock is ahead, by the last reply. */
	@Nullable
	Duration clockSkew() {
		return clockSkew.get();
	}

	StepOutcome run(Cancellation cancellation) {
		SharedAccessSignature token = token();
		if (token == null) {
			return StepOutcome.skipped(CheckStep.AUTHENTICATION, reasonOfNone());
		}
		// the token alone is sent, so that the name of the policy does not matter here
		try (IotHubClient client = IotHubClient.builder(new HubConnectionString(target.host(), "check", token)).trust(target.trusted())
				.proxy(target.proxy()).timeouts(new Timeouts(target.timeout(), target.timeout())).retry(RetryPolicy.none())
				.exchanges(this::listen).build()) {
			return text.scope() == InspectedText.Scope.HUB ? hub(client, cancellation) : device(client, cancellation);
		}
	}

	private @Nullable SharedAccessSignature token() {
		if (text.scope() != InspectedText.Scope.HUB && text.scope() != InspectedText.Scope.DEVICE) {
			return null;
		}
		if (text instanceof InspectedText.Token token) {
			return token.token();
		}
		if (text instanceof InspectedText.Connection connection) {
			Credential credential = connection.connection().credential();
			if (credential instanceof SharedAccessSignature signature) {
				return signature;
			}
			if (credential instanceof SharedAccessKey) {
				return SharedAccessSignature.parse(connection.connection().token(Instant.now().plus(TOKEN_LIFE)).value());
			}
		}
		return null;
	}

	private String reasonOfNone() {
		return switch (text.scope()) {
		case HUB, DEVICE -> "The private key of its certificate is not here.";
		case MODULE -> "Hubs let modules in by MQTT and AMQP only.";
		case EVENTS -> "Events are read by AMQP, which is not tried.";
		case ALL_DEVICES, OTHER -> "There is no call that shows whether it is accepted.";
		};
	}

	private StepOutcome hub(IotHubClient client, Cancellation cancellation) {
		try {
			PolicyRights rights = client.checkRights().await(cancellation);
			List<String> names = new ArrayList<>();
			if (rights.registryRead()) {
				names.add("RegistryRead");
			}
			if (rights.registryWrite()) {
				names.add("RegistryWrite");
			}
			if (rights.serviceConnect()) {
				names.add("ServiceConnect");
			}
			return StepOutcome.passed(CheckStep.AUTHENTICATION, "The hub accepts it. Rights: " + String.join(", ", names) + ".");
		} catch (HubException e) {
			return failed(e);
		}
	}

	/** Gives back a message that nobody has received: refused to whom the hub does not know first, and else for the lack of a lock. */
	private StepOutcome device(IotHubClient client, Cancellation cancellation) {
		try {
			client.device(text.deviceId()).abandon(UUID.randomUUID().toString()).await(cancellation);
		} catch (InvalidInputException e) {
			return StepOutcome.failed(CheckStep.AUTHENTICATION, "The id of the device in it cannot be: " + e.reason() + ".");
		} catch (HubException e) {
			if (!(e instanceof ServiceException service) || service.isUnauthorized()
					|| service.code() == HubErrorCode.DEVICE_NOT_FOUND) {
				return failed(e);
			}
		}
		return StepOutcome.passed(CheckStep.AUTHENTICATION, "The hub lets the device in.");
	}

	private StepOutcome failed(HubException failure) {
		if (failure instanceof ServiceException service && service.code() == HubErrorCode.DEVICE_NOT_FOUND) {
			return StepOutcome.failed(CheckStep.AUTHENTICATION, "The hub does not know the device.");
		}
		if (failure instanceof ServiceException service && service.isUnauthorized()) {
			Instant expiry = text.expiry();
			return StepOutcome.failed(CheckStep.AUTHENTICATION,
					expiry != null && expiry.isBefore(Instant.now()) ? "The hub refuses it: it is expired. Get a new one."
							: text.policy() == null ? "The hub refuses it: the key is not that of the device, or the device is disabled or gone."
									: "The hub refuses it: the key is not that of the policy, there is no such policy, or it lacks rights.");
		}
		return StepOutcome.failed(CheckStep.AUTHENTICATION, String.valueOf(failure.getMessage()));
	}

	private void listen(HttpExchange exchange) {
		for (Map.Entry<String, String> header : exchange.responseHeaders().entrySet()) {
			if (header.getKey().equalsIgnoreCase("Date")) {
				try {
					Instant here = exchange.start().plus(exchange.duration()).truncatedTo(ChronoUnit.SECONDS);
					clockSkew.set(Duration.between(here,
							ZonedDateTime.parse(header.getValue(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant()));
				} catch (DateTimeException e) {
					// no date: nothing is known
				}
			}
		}
	}
}
