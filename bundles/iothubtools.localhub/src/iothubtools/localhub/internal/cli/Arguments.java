// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import iothubtools.localhub.settings.HubEventKind;
import iothubtools.localhub.settings.LocalHubSettings;

/** Reads the command line of the stand-alone hub. */
final class Arguments {

	/** What the command line may be. */
	static final String USAGE = "Usage: localhub.sh [--host 127.0.0.1] [--port 8443] [--mqtt-port 8883|off] [--amqp-port 5671|off]"
			+ " [--devices N] [--data DIR] [--partitions 4] [--retention HOURS] [--retention-mb 256] [--consumer-group NAME]... [--hub-events NAME]... [--device-ca FILE]... [--plain-http] [--no-shared-keys] [--no-http-messages] [--entra] [--sync]"
			+ " [--throttling off|shape|reject] [--tier S1] [--units 1] [--faults FILE] [--query-lag SECONDS]";

	private static final long MEGABYTE = 1024 * 1024;

	private Arguments() {
	}

	/**
	 * The settings a command line asks for.
	 *
	 * @throws IllegalArgumentException with one line that says what is wrong
	 */
	static LocalHubSettings parse(List<String> arguments, Map<String, String> environment) {
		// one device, so that there is always a device connection string to show
		LocalHubSettings settings = LocalHubSettings.in(defaultDirectory(environment))
				.withPort(LocalHubSettings.DEFAULT_PORT).withMqttPort(LocalHubSettings.DEFAULT_MQTT_PORT)
				.withAmqpPort(LocalHubSettings.DEFAULT_AMQP_PORT)				.withSampleDevices(1);
		List<Path> authorities = new ArrayList<>();
		Iterator<String> rest = arguments.iterator();
		while (rest.hasNext()) {
			String option = rest.next();
			settings = switch (option) {
			case "--host" -> settings.withHost(value(option, rest));
			case "--port" -> settings.withPort(number(option, rest));
			case "--mqtt-port" -> settings.withMqttPort(portOrOff(option, rest));
			case "--amqp-port" -> settings.withAmqpPort(portOrOff(option, rest));
			case "--partitions" -> settings.withEvents(settings.events().withPartitions(number(option, rest)));
			case "--retention" -> settings.withEvents(settings.events().withRetention(Duration.ofHours(number(option, rest)),
					settings.events().retentionBytes()));
			case "--retention-mb" -> settings.withEvents(settings.events().withRetention(settings.events().retention(),
					number(option, rest) * MEGABYTE));
			case "--consumer-group" -> settings.withEvents(settings.events().withConsumerGroup(value(option, rest)));
			case "--hub-events" -> settings.withEvents(settings.events().withHubEvents(hubEvents(option, rest)));
			case "--device-ca" -> {
				authorities.add(path(option, rest));
				yield settings.withDeviceCertificateAuthorities(authorities);
			}
			case "--devices" -> settings.withSampleDevices(number(option, rest));
			case "--data" -> settings.withDataDirectory(path(option, rest));
			case "--plain-http" -> settings.withPlainHttp(true);
			case "--no-shared-keys" -> settings.withSharedKeys(false);
			case "--no-http-messages" -> settings.withHttpMessages(false);
			case "--entra" -> settings.withEntra(true);
			case "--sync" -> settings.withSync(true);
			case "--throttling", "--tier", "--units", "--faults", "--query-lag" ->
				settings.withConditions(ConditionArguments.read(option, value(option, rest), settings.conditions()));
			default -> throw new IllegalArgumentException("Unknown option " + option + ". " + USAGE);
			};
		}
		return settings;
	}

	/** {@code iothubtools/localhub} where a user's data belongs; only Windows sets LOCALAPPDATA. */
	private static Path defaultDirectory(Map<String, String> environment) {
		Path base = Stream.of("XDG_DATA_HOME", "LOCALAPPDATA").map(name -> environment.getOrDefault(name, ""))
				.filter(folder -> !folder.isEmpty()).findFirst().map(Path::of)
				.orElseGet(() -> Path.of(System.getProperty("user.home"), ".local", "share"));
		return base.resolve("iothubtools").resolve("localhub");
	}

	private static String value(String option, Iterator<String> rest) {
		String value = rest.hasNext() ? rest.next() : "";
		if (value.isBlank() || value.startsWith("--")) {
			throw new IllegalArgumentException(option + " needs a value. " + USAGE);
		}
		return value;
	}

	private static HubEventKind[] hubEvents(String option, Iterator<String> rest) {
		String value = value(option, rest);
		try {
			return value.equalsIgnoreCase("all") ? HubEventKind.values() : new HubEventKind[] { HubEventKind.of(value) };
		} catch (IllegalArgumentException e) {
			throw new IllegalArgumentException(option + ": " + e.getMessage() + ", and all. " + USAGE, e);
		}
	}

	private static int number(String option, Iterator<String> rest) {
		String value = value(option, rest);
		try {
			return Integer.parseInt(value);
		} catch (NumberFormatException e) {
			throw new IllegalArgumentException(option + " needs a number, not " + value + ". " + USAGE, e);
		}
	}

	/** No port is the same number for both protocols. */
	private static int portOrOff(String option, Iterator<String> rest) {
		String value = value(option, rest);
		return value.equals("off") ? LocalHubSettings.NO_MQTT : number(option, List.of(value).iterator());
	}

	private static Path path(String option, Iterator<String> rest) {
		String text = value(option, rest);
		try {
			return Path.of(text);
		} catch (InvalidPathException e) {
			throw new IllegalArgumentException(option + " needs a path, not " + text + ". " + USAGE, e);
		}
	}
}
