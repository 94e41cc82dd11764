// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.inspect;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.inspect.CheckStep;
import iothubtools.client.inspect.InspectedText;
import iothubtools.client.inspect.StepOutcome;
import iothubtools.core.inspect.KeyFinding;

/** What was found, in words. */
final class InspectTexts {

	private static final Duration SAME_TIME = Duration.ofSeconds(5);

	private InspectTexts() {
	}

	static String kind(InspectedText text) {
		if (text instanceof InspectedText.EventHub) {
			return Messages.Kind_event_hub;
		}
		boolean token = text instanceof InspectedText.Token;
		return switch (text.scope()) {
		case HUB -> token ? Messages.Kind_hub_token : Messages.Kind_hub;
		case DEVICE -> token ? Messages.Kind_device_token : Messages.Kind_device;
		case MODULE -> token ? Messages.Kind_module_token : Messages.Kind_module;
		case ALL_DEVICES -> Messages.Kind_devices_token;
		case EVENTS -> Messages.Kind_events_token;
		case OTHER -> Messages.Kind_other_token;
		};
	}

	static String scope(InspectedText text) {
		String policy = text.policy();
		return policy == null ? NLS.bind(Messages.Scope_own, text.resource()) : NLS.bind(Messages.Scope_policy, text.resource(), policy);
	}

	static String expiry(InspectedText text, Clock clock) {
		Instant expiry = text.expiry();
		if (expiry == null) {
			return Messages.Expiry_never;
		}
		String time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.MEDIUM)
				.format(expiry.atZone(ZoneId.systemDefault()));
		Duration left = Duration.between(clock.instant(), expiry);
		return NLS.bind(left.isNegative() ? Messages.Expiry_past : Messages.Expiry_left, time, span(left.abs()));
	}

	/** The largest unit and the next smaller one. */
	static String span(Duration span) {
		if (span.toDays() > 0) {
			return NLS.bind(Messages.Span_days, span.toDays(), span.toHoursPart());
		}
		return span.toHours() > 0 ? NLS.bind(Messages.Span_hours, span.toHours(), span.toMinutesPart())
				: NLS.bind(Messages.Span_minutes, span.toMinutes(), span.toSecondsPart());
	}

	static String key(KeyFinding finding) {
		return switch (finding.result()) {
		case MATCHES -> NLS.bind(Messages.Key_matches, finding.owner(), finding.hub());
		case MATCHES_SECONDARY -> NLS.bind(Messages.Key_secondary, finding.owner(), finding.hub());
		case DIFFERS -> NLS.bind(Messages.Key_differs, finding.owner(), finding.hub());
		case UNKNOWN -> Messages.Key_unknown;
		};
	}

	static String clock(@Nullable Duration skew) {
		if (skew == null) {
			return Messages.Clock_unknown;
		}
		if (skew.abs().compareTo(SAME_TIME) <= 0) {
			return Messages.Clock_same;
		}
		return NLS.bind(skew.isNegative() ? Messages.Clock_ahead : Messages.Clock_behind, span(skew.abs()));
	}

	static String name(CheckStep step) {
		return switch (step) {
		case PROXY -> Messages.Step_proxy;
		case DNS -> Messages.Step_dns;
		case TCP -> Messages.Step_tcp;
		case TLS -> Messages.Step_tls;
		case AUTHENTICATION -> Messages.Step_authentication;
		};
	}

	static String result(StepOutcome.Result result) {
		return switch (result) {
		case PASSED -> Messages.Result_passed;
		case FAILED -> Messages.Result_failed;
		case SKIPPED -> Messages.Result_skipped;
		};
	}
}
