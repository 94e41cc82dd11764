// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.methods;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.json.JsonDocument;
import iothubtools.client.json.JsonNode;
import iothubtools.client.json.JsonWriter;
import iothubtools.client.methods.MethodResult;
import iothubtools.core.methods.MethodRun;
import iothubtools.core.methods.MethodRun.Answered;
import iothubtools.core.methods.MethodRun.Cancelled;
import iothubtools.core.methods.MethodRun.End;
import iothubtools.core.methods.MethodRun.Failed;
import iothubtools.core.status.HubStatusCode;

/** Words for direct methods that were run. */
final class RunTexts {

	private static final long SECOND = 1000;
	private static final int SHORT = 200;

	private RunTexts() {
	}

	/** What came of it, in a word or two. */
	static String end(End end) {
		return end instanceof Answered answered ? NLS.bind(Messages.End_status, Integer.toString(answered.result().status()))
				: end instanceof Failed failed ? failed(failed.code()) : Messages.End_cancelled;
	}

	/** Why there is no answer, in a word or two. */
	static String failed(String code) {
		for (HubStatusCode known : HubStatusCode.values()) {
			if (known.name().equals(code)) {
				return failed(known);
			}
		}
		return Messages.End_failed;
	}

	/** Why there is no answer, in a word or two. */
	static String failed(HubStatusCode code) {
		return switch (code) {
		case DEVICE_OFFLINE -> Messages.End_offline;
		case NOT_SUBSCRIBED -> Messages.End_not_subscribed;
		case METHOD_TIMEOUT -> Messages.End_timed_out;
		case DEVICE_LEFT -> Messages.End_left;
		case METHODS_WAITING -> Messages.End_busy;
		case NOT_FOUND -> Messages.End_unknown;
		case DEVICE_DISABLED -> Messages.End_disabled;
		case UNAUTHORIZED, RIGHT_MISSING, NO_ROLE, TOKEN_REFUSED, FORBIDDEN, REFUSED_REQUEST -> Messages.End_refused;
		default -> Messages.End_failed;
		};
	}

	/** All that is to be said above the answer. */
	static String summary(MethodRun run) {
		String head = NLS.bind(Messages.Summary, new Object[] { run.method().name(), run.target(), end(run.end()), took(run.took()) });
		String more = run.end() instanceof Failed failed ? firstLine(failed.message()) : run.end() instanceof Cancelled ? Messages.Summary_cancelled : "";
		String kept = run.whole() ? "" : Messages.Summary_not_kept;
		return String.join("\n", Stream.of(head, more, kept).filter(line -> !line.isEmpty()).toList());
	}

	/** Without what a support request needs. */
	private static String firstLine(String message) {
		return message.lines().findFirst().orElse("");
	}

	/** An answer as it is read best: JSON on several lines, its numbers as the device wrote them; what is none as it came. */
	static String pretty(@Nullable MethodResult answer) {
		if (answer == null) {
			return "";
		}
		JsonDocument json = JsonDocument.read(answer.payload());
		JsonNode root = json.root();
		return root == null || !json.problems().isEmpty() ? answer.payload() : JsonWriter.pretty(root);
	}

	/** What is compared of it. */
	static String compared(MethodRun run) {
		MethodResult answer = run.answer();
		return answer != null ? NLS.bind(Messages.Compared_status, Integer.toString(answer.status())) + "\n" + pretty(answer) + "\n"
				: summaryOfFailure(run) + "\n";
	}

	private static String summaryOfFailure(MethodRun run) {
		return run.end() instanceof Failed failed ? end(failed) + "\n" + failed.message() : end(run.end());
	}

	/** What it was run with, on one line. */
	static String payload(MethodRun run) {
		String payload = run.method().payload();
		String line = payload == null ? "" : payload.replaceAll("\\s+", " ");
		return line.length() > SHORT ? line.substring(0, SHORT) + "\u2026" : line;
	}

	/** When it was: the time of today, else the date, too. */
	static String time(Instant begun) {
		ZoneId zone = ZoneId.systemDefault();
		boolean today = begun.atZone(zone).toLocalDate().equals(LocalDate.now(zone));
		return (today ? DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM) : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT, FormatStyle.MEDIUM))
				.withZone(zone).format(begun);
	}

	/** A time in milliseconds or seconds. */
	static String took(Duration took) {
		long millis = took.toMillis();
		if (millis < SECOND) {
			return NLS.bind(Messages.Took_millis, Long.toString(millis));
		}
		NumberFormat seconds = NumberFormat.getNumberInstance();
		seconds.setMaximumFractionDigits(1);
		seconds.setMinimumFractionDigits(1);
		return NLS.bind(Messages.Took_seconds, seconds.format(millis / (double) SECOND));
	}
}
