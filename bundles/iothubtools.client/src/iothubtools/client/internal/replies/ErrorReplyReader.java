// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.replies;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.errors.HubErrorCode;
import iothubtools.client.errors.ServiceError;
import iothubtools.client.exchange.Masking;

/** Reads what an error reply says, from its headers first and then from its body (contract §5.1). */
final class ErrorReplyReader {

	private static final int UNAUTHORIZED = 401;

	private final Clock clock;

	ErrorReplyReader(Clock clock) {
		this.clock = clock;
	}

	ServiceError read(HubReply reply) {
		ErrorBody body = body(reply);
		String name = firstNonEmpty(reply.header("iothub-errorcode"), body.name(),
				HubErrorCode.byNumber(body.number()).wireName());
		HubErrorCode code = HubErrorCode.byName(name);
		if (name.isEmpty()) {
			code = HubErrorCode.UNKNOWN;
		}
		int number = body.number() == 0 ? code.number() : body.number();
		String trackingId = firstNonEmpty(body.trackingId(), reply.header("x-ms-request-id"));
		return new ServiceError(reply.status(), code, name, number, Masking.text(body.message()),
				trackingId.isEmpty() ? null : trackingId, retryAfter(reply),
				reply.status() == UNAUTHORIZED ? clockSkew(reply) : null);
	}

	private static ErrorBody body(HubReply reply) {
		if (!ReplyCheck.isHtml(reply)) {
			return ErrorBody.read(reply.text());
		}
		return new ErrorBody("", 0, FrontEndPage.is(reply) ? FrontEndPage.message(reply) : "", "");
	}

	private static String firstNonEmpty(@Nullable String... texts) {
		for (String text : texts) {
			if (text != null && !text.isBlank()) {
				return text.strip();
			}
		}
		return "";
	}

	private @Nullable Duration clockSkew(HubReply reply) {
		Instant hub = date(reply.header("Date"));
		return hub == null ? null : Duration.between(clock.instant().truncatedTo(ChronoUnit.SECONDS), hub);
	}

	/** Seconds, or a date. */
	private @Nullable Duration retryAfter(HubReply reply) {
		String text = reply.header("Retry-After");
		if (text == null) {
			return null;
		}
		if (text.matches("[0-9]{1,9}")) {
			return Duration.ofSeconds(Long.parseLong(text));
		}
		Instant until = date(text);
		if (until == null) {
			return null;
		}
		Duration wait = Duration.between(clock.instant(), until);
		return wait.isNegative() ? Duration.ZERO : wait;
	}

	private static @Nullable Instant date(@Nullable String text) {
		try {
			return text == null ? null : ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
		} catch (DateTimeException e) {
			return null;
		}
	}
}
