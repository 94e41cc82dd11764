// SPDX-License-Identifier: EPL-2.0
package iothubtools.conformance.table;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Writes docs/conformance.md from the rows that were proved. */
public final class ConformancePage {

	private static final Map<String, String> TITLES = Map.ofEntries(Map.entry("3.1", "Device identities"),
			Map.entry("3.2", "Statistics"), Map.entry("3.3", "Query"), Map.entry("3.4", "Modules"),
			Map.entry("3.5", "Twins"), Map.entry("3.6", "Direct methods"),
			Map.entry("3.7", "Cloud-to-device messages, the service's side"), Map.entry("3.8", "Import and export jobs"),
			Map.entry("3.9", "Scheduled jobs"), Map.entry("3.10", "Configurations"), Map.entry("3.11", "Digital twins"),
			Map.entry("3.12", "Devices over HTTPS"), Map.entry("7", "Reading what devices sent, at the built-in endpoint"),
			Map.entry("8.1", "Devices over MQTT"), Map.entry("8.2", "Devices over AMQP"));

	private static final String HEAD = """
			# Conformance

			Azure's own SDKs, unmodified, against the local hub: here those for Java from Maven Central, `iot-service-client` 2.1.9,
			`iot-device-client` 2.5.0 and `azure-messaging-eventhubs` 5.21.5; [those for Node.js](#microsofts-sdks-for-nodejs) follow. Each row is a test in `tests/iothubtools.conformance` that passed; this page is
			written from them (`mvn verify -am -pl tests/iothubtools.conformance -Dconformance.write=true`), and a test
			fails when it differs. Sections are those of the contract with the service.

			* *yes*: the call did what it does with Azure.
			* *refused*: the service refuses such a call too, with this error.
			* *not supported*: the local hub or the SDK does not have it; this is the error that a caller sees.

			Errors are word for word, without what differs each time. Where there is no SDK call, no Java SDK has the operation,
			and plain HTTP was used. The device SDK now and then loses an answer about a twin, which its own log shows to have
			come; then the tests ask again.
			""";

	private static final Comparator<Row> ORDER = Comparator.comparing(Row::value)
			.thenComparing(row -> row.sdk() == void.class).thenComparing(ConformancePage::call).thenComparing(Row::with);

	private ConformancePage() {
	}

	/** The page of these rows. */
	public static String of(Collection<Row> rows) {
		StringBuilder page = new StringBuilder(HEAD);
		String section = "";
		ContractOperation operation = null;
		for (Row row : rows.stream().sorted(ORDER).toList()) {
			if (!section.equals(row.value().section())) {
				section = row.value().section();
				page.append("\n## ").append(TITLES.get(section)).append(" (§").append(section)
						.append(")\n\n| operation | call | result |\n|---|---|---|\n");
			}
			String first = row.value() == operation ? "" : code(row.value().request());
			operation = row.value();
			page.append("| ").append(first).append(" | ").append(callCell(row)).append(" | ")
					.append(result(row)).append(" |\n");
		}
		return page.toString();
	}

	private static String callCell(Row row) {
		List<String> parts = List.of(row.sdk() == void.class ? "plain HTTP" : code(call(row)), row.with());
		return String.join(", ", parts.stream().filter(part -> !part.isEmpty()).toList());
	}

	private static String result(Row row) {
		if (row.error().isEmpty()) {
			return "yes";
		}
		return (row.unsupported() ? "**not supported**: " : "refused: ") + code(row.error());
	}

	private static String call(Row row) {
		return row.sdk().getSimpleName() + '.' + row.call();
	}

	private static String code(String text) {
		return '`' + text.replace("|", "\\|") + '`';
	}
}
