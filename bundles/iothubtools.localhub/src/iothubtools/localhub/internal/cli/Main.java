// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.cli;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

import iothubtools.localhub.LocalHub;
import iothubtools.localhub.settings.HubConditions;
import iothubtools.localhub.settings.HubEventKind;
import iothubtools.localhub.settings.LocalHubException;
import iothubtools.localhub.settings.LocalHubSettings;
import iothubtools.localhub.settings.TestIssuer;
import iothubtools.localhub.settings.Throttling;

/** The local hub as a program of its own: {@code ./localhub.sh}. It runs until it is told to end. */
public final class Main {

	/** For wrong arguments and for a hub that cannot start. */
	private static final int FAILED = 2;
	/** For one that ran and cannot go on. */
	private static final int STOPPED = 3;

	private Main() {
	}

	/** Starts a hub and prints how to reach it. */
	public static void main(String[] arguments) throws InterruptedException {
		if (List.of(arguments).contains("--help") || List.of(arguments).contains("-h")) {
			System.out.println(Arguments.USAGE);
			return;
		}
		try {
			LocalHubSettings settings = Arguments.parse(List.of(arguments), System.getenv());
			CaNote note = CaNote.before(settings.dataDirectory());
			LocalHub hub = LocalHub.start(settings);
			Runtime.getRuntime().addShutdownHook(new Thread(hub::close, "Local IoT Hub: stop"));
			hub.stopped().thenAccept(line -> {
				System.err.println(line);
				System.exit(STOPPED);
			});
			print(hub, settings, note.text(hub.caCertificate()));
			Thread.currentThread().join();
		} catch (IllegalArgumentException | LocalHubException e) {
			System.err.println(e.getMessage());
			System.exit(FAILED);
		}
	}

	private static String otherPorts(LocalHub hub) {
		String mqtt = hub.mqttPort() == LocalHubSettings.NO_MQTT ? "" : "MQTT on port " + hub.mqttPort();
		String amqp = hub.amqpPort() == LocalHubSettings.NO_AMQP ? "" : "AMQP on port " + hub.amqpPort();
		return mqtt.isEmpty() || amqp.isEmpty() ? (mqtt + amqp).replaceFirst("^(?=.)", " and ") : ", " + mqtt + " and " + amqp;
	}

	/** Without tokens of Entra ID nobody at all may call the service side. */
	private static String noServiceConnectionString(LocalHubSettings settings) {
		return "none, as shared keys are switched off" + (settings.entra() ? "" : "; with --entra the service side takes tokens of a test issuer");
	}

	private static void print(LocalHub hub, LocalHubSettings settings, String note) {
		System.out.println("The local IoT Hub serves " + hub.uri() + otherPorts(hub) + ". Ctrl+C stops it.");
		System.out.println("Service connection string: "
				+ (settings.sharedKeys() ? hub.serviceConnectionString() : noServiceConnectionString(settings)));
		if (settings.sharedKeys() && hub.amqpPort() != LocalHubSettings.NO_AMQP) {
			System.out.println("Event Hub-compatible:      " + hub.eventHubConnectionString("iothubowner"));
		}
		String device = hub.deviceConnectionString("sensor-0001");
		System.out.println("Device connection string:  "
				+ (device == null ? "none, as there is no device sensor-0001 with keys" : device));
		System.out.println("CA certificate:            " + hub.caCertificate());
		if (!note.isEmpty()) {
			System.out.println("Note:                      " + note);
		}
		if (!settings.httpMessages()) {
			System.out.println("Messages:                  of the service side are not taken over HTTP");
		}
		TestIssuer issuer = hub.testIssuer();
		if (issuer != null) {
			System.out.println("Tokens of Entra ID:        " + issuer.endpoint() + " for " + String.join(", ", new TreeSet<>(issuer.clients()))
					+ " with the secret " + issuer.secret());
		}
		if (settings.sync()) {
			System.out.println("Power cuts:                lose nothing that is confirmed, as each write waits for the disk");
		}
		if (!settings.events().hubEvents().isEmpty()) {
			System.out.println("Events of the hub itself:  "
					+ settings.events().hubEvents().stream().map(HubEventKind::wireName).sorted().collect(Collectors.joining(", ")));
		}
		HubConditions conditions = settings.conditions();
		if (conditions.throttling().mode() != Throttling.Mode.OFF) {
			Throttling throttling = conditions.throttling();
			System.out.println("Throttling:                " + throttling.mode().name().toLowerCase(Locale.ROOT) + ", the rates of tier "
					+ throttling.tier() + " with " + throttling.units() + " unit(s)");
		}
		if (!conditions.faults().rules().isEmpty()) {
			System.out.println("Fault plan:                " + conditions.faults().rules().size() + " rule(s)");
		}
		System.out.println("Data directory:            " + settings.dataDirectory());
	}
}
