// SPDX-License-Identifier: EPL-2.0
package iothubtools.conformance.device;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.microsoft.azure.sdk.iot.device.DeviceClient;
import com.microsoft.azure.sdk.iot.device.IotHubClientProtocol;
import com.microsoft.azure.sdk.iot.device.exceptions.IotHubClientException;
import com.microsoft.azure.sdk.iot.service.auth.AuthenticationType;
import com.microsoft.azure.sdk.iot.service.registry.Device;
import com.microsoft.azure.sdk.iot.service.registry.RegistryClient;

import iothubtools.conformance.hub.HubUnderTest;
import iothubtools.conformance.service.ServiceClients;
import iothubtools.conformance.table.ConformanceTable;
import iothubtools.conformance.table.ContractOperation;
import iothubtools.conformance.table.ExpectedError;
import iothubtools.conformance.table.Row;

/** Devices that authenticate with certificates (contract §§4, 8.1). */
@ExtendWith(ConformanceTable.class)
class X509Test {

	private static final Path AUTHORITY_FILE = Path.of(System.getProperty("hub.data"), "device-ca.pem");
	private static final DeviceCertificate AUTHORITY = authority();

	@RegisterExtension
	static final HubUnderTest HUB = HubUnderTest.with("--device-ca", AUTHORITY_FILE.toString());

	private RegistryClient registry;

	@BeforeEach
	void clients() {
		registry = new ServiceClients(HUB).registry();
	}

	@ParameterizedTest
	@EnumSource(value = IotHubClientProtocol.class, names = {"MQTT", "MQTT_WS", "HTTPS"})
	@Row(value = ContractOperation.MQTT_CONNECT, sdk = DeviceClient.class, call = "open", with = "MQTT, X.509 self-signed")
	@Row(value = ContractOperation.MQTT_WEBSOCKET, sdk = DeviceClient.class, call = "open", with = "MQTT_WS, X.509 self-signed")
	@Row(value = ContractOperation.HTTP_SEND, sdk = DeviceClient.class, call = "sendEvent", with = "HTTPS, X.509 self-signed")
	void aSelfSignedCertificateOpens(IotHubClientProtocol protocol) throws Exception {
		String deviceId = "self-signed-" + protocol;
		DeviceCertificate certificate = DeviceCertificate.selfSigned(deviceId);
		Device device = new Device(deviceId, AuthenticationType.SELF_SIGNED);
		device.setThumbprint(certificate.thumbprint(), certificate.thumbprint());
		registry.addDevice(device);
		send(deviceId, certificate, protocol);
		assertEquals("x509", ReceivedMessage.of(HUB, deviceId).get(0).authentication().get("type").getAsString());
	}

	@ParameterizedTest
	@EnumSource(value = IotHubClientProtocol.class, names = {"MQTT", "MQTT_WS", "HTTPS"})
	@Row(value = ContractOperation.MQTT_CONNECT, sdk = DeviceClient.class, call = "open", with = "MQTT, X.509 certificate authority")
	@Row(value = ContractOperation.MQTT_WEBSOCKET, sdk = DeviceClient.class, call = "open", with = "MQTT_WS, X.509 certificate authority")
	@Row(value = ContractOperation.HTTP_SEND, sdk = DeviceClient.class, call = "sendEvent", with = "HTTPS, X.509 certificate authority")
	void aCertificateOfAnAuthorityOpens(IotHubClientProtocol protocol) throws Exception {
		String deviceId = "ca-signed-" + protocol;
		registry.addDevice(new Device(deviceId, AuthenticationType.CERTIFICATE_AUTHORITY));
		send(deviceId, AUTHORITY.sign(deviceId), protocol);
		assertEquals("x509",
				ReceivedMessage.of(HUB, deviceId).get(0).authentication().get("type").getAsString());
	}

	@Test
	@Row(value = ContractOperation.MQTT_CONNECT, sdk = DeviceClient.class, call = "open", with = "MQTT, X.509, another certificate", error = "IotHubClientException (UNAUTHORIZED): Failed to open the client due to an authentication error")
	void anotherCertificateDoesNotOpen(ExpectedError error) throws Exception {
		Device device = new Device("other", AuthenticationType.SELF_SIGNED);
		String thumbprint = DeviceCertificate.selfSigned("other").thumbprint();
		device.setThumbprint(thumbprint, thumbprint);
		registry.addDevice(device);
		DeviceCertificate another = DeviceCertificate.selfSigned("other");
		error.isThrownBy(IotHubClientException.class, () -> send("other", another, IotHubClientProtocol.MQTT));
	}

	private static void send(String deviceId, DeviceCertificate certificate, IotHubClientProtocol protocol) throws Exception {
		DeviceClients devices = new DeviceClients(HUB);
		DeviceClient client = devices.client("HostName=" + HUB.hostName() + ";DeviceId=" + deviceId + ";x509=true", protocol,
				devices.options(protocol).sslContext(HUB.tls(certificate.keyManagers())));
		client.open(false);
		try {
			client.sendEvent(TestMessages.full("m-1", "by certificate"));
		} finally {
			client.close();
		}
	}

	/** Made before the hub starts, which reads it then. */
	private static DeviceCertificate authority() {
		try {
			DeviceCertificate made = DeviceCertificate.authority("devices' authority");
			made.write(AUTHORITY_FILE);
			return made;
		} catch (Exception e) {
			throw new ExceptionInInitializerError(e);
		}
	}
}
