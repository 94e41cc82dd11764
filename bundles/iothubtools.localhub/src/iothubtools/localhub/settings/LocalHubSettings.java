// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.settings;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;


/**
 * How a {@link iothubtools.localhub.LocalHub} is to be started. Begin with {@link #in(Path)} and change what differs.
 *
 * @param host           name or address to listen on; loopback unless another is given here explicitly
 * @param port           TCP port, 0 for any free one
 * @param dataDirectory  where devices, policy keys and certificates are kept; made when missing, readable by its owner only
 * @param plainHttp      true to speak HTTP without TLS
 * @param sampleDevices  this many sample devices ({@code sensor-0001}, …) are made at start where they are missing
 * @param limits         sizes the hub keeps to
 * @param clock          the hub's time: token expiry, time stamps; what takes a while is measured by it only if it is a {@link Ticker}
 * @param mqttPort       TCP port of MQTT, always with TLS; 0 for any free one, {@link #NO_MQTT} for none
 * @param deviceAuthorities  PEM files of certificate authorities whose devices may connect, besides the hub's own (contract §4)
 * @param conditions     throttling and faults on purpose
 * @param sharedKeys     false to refuse tokens that are signed with a policy's key, as a hub with {@code disableLocalAuth} does
 * @param httpMessages   whether the service side may send messages to devices, and read feedback, over HTTP at the paths of the
 *                       service: sources disagree about what that does
 * @param entra          true to take bearer tokens of a test issuer that the hub has itself, which stands for Entra ID
 * @param sync           true to wait for the disk before a write is confirmed, so that it survives a power cut and not only the end of
 *                       the process
 * @param amqpPort       TCP port of AMQP, always with TLS; 0 for any free one, {@link #NO_AMQP} for none
 * @param events         the built-in endpoint, where applications read what devices sent
 */
public record LocalHubSettings(String host, int port, Path dataDirectory, boolean plainHttp, int sampleDevices,
		HubLimits limits, Clock clock, int mqttPort, List<Path> deviceAuthorities,
		HubConditions conditions, boolean sharedKeys, boolean httpMessages, boolean entra, boolean sync, int amqpPort, EventHubSettings events) {

	/** The address a hub listens on unless told otherwise. */
	public static final String DEFAULT_HOST = "127.0.0.1";

	/** The port of {@code ./localhub.sh}. */
	public static final int DEFAULT_PORT = 8443;

	/** The port of MQTT in {@code ./localhub.sh}: the one every SDK uses. */
	public static final int DEFAULT_MQTT_PORT = 8883;

	/** No port of MQTT; over WebSocket it is there all the same. */
	public static final int NO_MQTT = -1;

	/** The port of AMQP in {@code ./localhub.sh}: the one every SDK uses. */
	public static final int DEFAULT_AMQP_PORT = 5671;

	/** No port of AMQP; over WebSocket it is there all the same. */
	public static final int NO_AMQP = -1;

	/** @throws IllegalArgumentException for a port or a number of devices that cannot be */
	public LocalHubSettings {
		if (host.isBlank()) {
			throw new IllegalArgumentException("host must not be empty");
		}
		if (port < 0 || port > 65535) {
			throw new IllegalArgumentException("port must be between 0 and 65535, not " + port);
		}
		if (mqttPort < NO_MQTT || mqttPort > 65535) {
			throw new IllegalArgumentException("the MQTT port must be between 0 and 65535, not " + mqttPort);
		}
		if (amqpPort < NO_AMQP || amqpPort > 65535) {
			throw new IllegalArgumentException("the AMQP port must be between 0 and 65535, not " + amqpPort);
		}
		deviceAuthorities = List.copyOf(deviceAuthorities);
		if (sampleDevices < 0 || sampleDevices > 1_000_000) {
			throw new IllegalArgumentException("devices must be between 0 and 1000000, not " + sampleDevices);
		}
	}

	/** HTTPS, MQTT and AMQP on 127.0.0.1 and any free ports, no sample devices, state kept in the given directory. */
	public static LocalHubSettings in(Path dataDirectory) {
		return new LocalHubSettings(DEFAULT_HOST, 0, dataDirectory, false, 0, HubLimits.DEFAULT, Clock.systemUTC(), 0,
				List.of(), HubConditions.CALM, true, true, false, false, 0, EventHubSettings.DEFAULT);
	}

	/** The same settings with another host; a host that is no loopback address opens the hub to the network. */
	public LocalHubSettings withHost(String newHost) {
		return new LocalHubSettings(newHost, port, dataDirectory, plainHttp, sampleDevices, limits, clock, mqttPort,
				deviceAuthorities, conditions, sharedKeys, httpMessages, entra, sync, amqpPort, events);
	}

	/** The same settings with another port; 0 means any free one. */
	public LocalHubSettings withPort(int newPort) {
		return new LocalHubSettings(host, newPort, dataDirectory, plainHttp, sampleDevices, limits, clock, mqttPort,
				deviceAuthorities, conditions, sharedKeys, httpMessages, entra, sync, amqpPort, events);
	}

	/** The same settings with another data directory. */
	public LocalHubSettings withDataDirectory(Path newDirectory) {
		return new LocalHubSettings(host, port, newDirectory, plainHttp, sampleDevices, limits, clock, mqttPort,
				deviceAuthorities, conditions, sharedKeys, httpMessages, entra, sync, amqpPort, events);
	}

	/** The same settings with TLS off or on. */
	public LocalHubSettings withPlainHttp(boolean plain) {
		return new LocalHubSettings(host, port, dataDirectory, plain, sampleDevices, limits, clock, mqttPort,
				deviceAuthorities, conditions, sharedKeys, httpMessages, entra, sync, amqpPort, events);
	}

	/** The same settings with another number of sample devices. */
	public LocalHubSettings withSampleDevices(int count) {
		return new LocalHubSettings(host, port, dataDirectory, plainHttp, count, limits, clock, mqttPort,
				deviceAuthorities, conditions, sharedKeys, httpMessages, entra, sync, amqpPort, events);
	}

	/** The same settings with other limits. */
	public LocalHubSettings withLimits(HubLimits newLimits) {
		return new LocalHubSettings(host, port, dataDirectory, plainHttp, sampleDevices, newLimits, clock, mqttPort,
				deviceAuthorities, conditions, sharedKeys, httpMessages, entra, sync, amqpPort, events);
	}

	/** The same settings with another clock. */
	public LocalHubSettings withClock(Clock newClock) {
		return new LocalHubSettings(host, port, dataDirectory, plainHttp, sampleDevices, limits, newClock, mqttPort,
				deviceAuthorities, conditions, sharedKeys, httpMessages, entra, sync, amqpPort, events);
	}

	/** The same settings with another port of MQTT; 0 means any free one, {@link #NO_MQTT} none. */
	public LocalHubSettings withMqttPort(int newPort) {
		return new LocalHubSettings(host, port, dataDirectory, plainHttp, sampleDevices, limits, clock, newPort,
				deviceAuthorities, conditions, sharedKeys, httpMessages, entra, sync, amqpPort, events);
	}

	/** The same settings with other authorities of devices: PEM files with one or more certificates each. */
	public LocalHubSettings withDeviceCertificateAuthorities(List<Path> files) {
		return new LocalHubSettings(host, port, dataDirectory, plainHttp, sampleDevices, limits, clock, mqttPort, files,
				conditions, sharedKeys, httpMessages, entra, sync, amqpPort, events);
	}

	/** The same settings with other conditions: throttling and faults on purpose. */
	public LocalHubSettings withConditions(HubConditions newConditions) {
		return new LocalHubSettings(host, port, dataDirectory, plainHttp, sampleDevices, limits, clock, mqttPort,
				deviceAuthorities, newConditions, sharedKeys, httpMessages, entra, sync, amqpPort, events);
	}

	/** The same settings with tokens that are signed with a policy's key refused, or taken; those of devices are taken in any case. */
	public LocalHubSettings withSharedKeys(boolean taken) {
		return new LocalHubSettings(host, port, dataDirectory, plainHttp, sampleDevices, limits, clock, mqttPort,
				deviceAuthorities, conditions, taken, httpMessages, entra, sync, amqpPort, events);
	}

	/** The same settings with cloud-to-device messages and feedback over HTTP at the paths of the service taken, or refused with 404 and 400. */
	public LocalHubSettings withHttpMessages(boolean taken) {
		return new LocalHubSettings(host, port, dataDirectory, plainHttp, sampleDevices, limits, clock, mqttPort,
				deviceAuthorities, conditions, sharedKeys, taken, entra, sync, amqpPort, events);
	}

	/** The same settings with tokens of Entra ID taken, of an issuer that the hub has itself, or not. */
	public LocalHubSettings withEntra(boolean taken) {
		return new LocalHubSettings(host, port, dataDirectory, plainHttp, sampleDevices, limits, clock, mqttPort,
				deviceAuthorities, conditions, sharedKeys, httpMessages, taken, sync, amqpPort, events);
	}

	/** The same settings with writes that survive a power cut, each of which waits for the disk, or not. */
	public LocalHubSettings withSync(boolean waits) {
		return new LocalHubSettings(host, port, dataDirectory, plainHttp, sampleDevices, limits, clock, mqttPort,
				deviceAuthorities, conditions, sharedKeys, httpMessages, entra, waits, amqpPort, events);
	}

	/** The same settings with another port of AMQP; 0 means any free one, {@link #NO_AMQP} none. */
	public LocalHubSettings withAmqpPort(int newPort) {
		return new LocalHubSettings(host, port, dataDirectory, plainHttp, sampleDevices, limits, clock, mqttPort,
				deviceAuthorities, conditions, sharedKeys, httpMessages, entra, sync, newPort, events);
	}

	/** The same settings with another built-in endpoint. */
	public LocalHubSettings withEvents(EventHubSettings newEvents) {
		return new LocalHubSettings(host, port, dataDirectory, plainHttp, sampleDevices, limits, clock, mqttPort,
				deviceAuthorities, conditions, sharedKeys, httpMessages, entra, sync, amqpPort, newEvents);
	}
}
