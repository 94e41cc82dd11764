// SPDX-License-Identifier: EPL-2.0
package iothubtools.fuzz;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;

import javax.net.ssl.SSLSocketFactory;

import iothubtools.client.auth.HubConnectionString;
import iothubtools.client.auth.SasToken;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.localhub.LocalHub;
import iothubtools.localhub.settings.LocalHubSettings;
import iothubtools.tests.support.hub.CertificateFile;

/** A hub in this process, without TLS so that what is fuzzed are its own parts, and a connection to it that is kept. */
final class HubUnderTest {

	private static final int DEVICES = 20;

	final LocalHub hub;
	private final SSLSocketFactory tls;
	private final String token;
	private RawConnection http;

	private HubUnderTest(LocalHub hub) throws IOException, GeneralSecurityException {
		this.hub = hub;
		tls = new CertificateFile(hub.caCertificate()).trusted().getSocketFactory();
		HubConnectionString connection = HubConnectionString.parse(hub.serviceConnectionString());
		token = SasToken.create(SasToken.hubResource(connection.host()), (SharedAccessKey) connection.credential(),
				connection.policyName(), Instant.now().plus(Duration.ofDays(1))).value();
		http = connect();
	}

	/** Starts one with a few devices in a temporary directory. */
	static HubUnderTest start() {
		try {
			Path data = Files.createTempDirectory("iothubtools-fuzz");
			return new HubUnderTest(LocalHub.start(LocalHubSettings.in(data).withPlainHttp(true).withSampleDevices(DEVICES)));
		} catch (Exception e) {
			throw new IllegalStateException("The hub to fuzz did not start", e);
		}
	}

	/** A connection to its HTTP port. */
	RawConnection connect() throws IOException {
		return new RawConnection(new Socket(InetAddress.getLoopbackAddress(), hub.port()));
	}

	/** A connection to its MQTT port, which speaks TLS always. */
	RawConnection connectMqtt() throws IOException {
		return new RawConnection(tls.createSocket(InetAddress.getLoopbackAddress(), hub.mqttPort()));
	}

	/** A connection to its AMQP port, which speaks TLS always. */
	RawConnection connectAmqp() throws IOException {
		return new RawConnection(tls.createSocket(InetAddress.getLoopbackAddress(), hub.amqpPort()));
	}

	/** A token of its owner. */
	String token() {
		return token;
	}

	/** The status of the reply to a request; a connection that the hub closed is made anew once. */
	int send(String method, String target, String authorization, byte[] body) {
		try {
			try {
				return http.send(method, target, authorization, body);
			} catch (IOException e) {
				http.close();
				http = connect();
				return http.send(method, target, authorization, body);
			}
		} catch (IOException e) {
			throw new IllegalStateException("The hub gave no answer to " + method + " " + target, e);
		}
	}

	/** Fails unless the hub still does what it should. */
	void checkAlive() {
		int status = send("GET", "/devices/sensor-0001?api-version=2021-04-12", token, new byte[0]);
		if (status != 200) {
			throw new IllegalStateException("The hub answers " + status + " for a device that is there");
		}
	}
}
