// SPDX-License-Identifier: EPL-2.0
package iothubtools.conformance.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.azure.core.credential.AzureSasCredential;
import com.microsoft.azure.sdk.iot.service.ProxyOptions;
import com.microsoft.azure.sdk.iot.service.auth.AuthenticationType;
import com.microsoft.azure.sdk.iot.service.exceptions.IotHubConflictException;
import com.microsoft.azure.sdk.iot.service.exceptions.IotHubNotFoundException;
import com.microsoft.azure.sdk.iot.service.exceptions.IotHubPreconditionFailedException;
import com.microsoft.azure.sdk.iot.service.registry.Device;
import com.microsoft.azure.sdk.iot.service.twin.DeviceCapabilities;
import com.microsoft.azure.sdk.iot.service.registry.DeviceConnectionState;
import com.microsoft.azure.sdk.iot.service.registry.DeviceStatus;
import com.microsoft.azure.sdk.iot.service.registry.RegistryClient;
import com.microsoft.azure.sdk.iot.service.registry.RegistryClientOptions;
import com.microsoft.azure.sdk.iot.service.registry.RegistryStatistics;

import iothubtools.conformance.hub.HubUnderTest;
import iothubtools.conformance.table.ConformanceTable;
import iothubtools.conformance.table.ContractOperation;
import iothubtools.conformance.table.ExpectedError;
import iothubtools.conformance.table.Row;

/** Device identities (contract §3.1, §3.2) through the service SDK. */
@ExtendWith(ConformanceTable.class)
class RegistryClientTest {

	private static final String THUMBPRINT = "0123456789ABCDEF0123456789ABCDEF01234567";

	@RegisterExtension
	static final HubUnderTest HUB = new HubUnderTest();

	private RegistryClient registry;

	@BeforeEach
	void client() {
		registry = new ServiceClients(HUB).registry();
	}

	@Test
	@Row(value = ContractOperation.CREATE_DEVICE, sdk = RegistryClient.class, call = "addDevice", with = "SAS, keys made by the SDK")
	@Row(value = ContractOperation.GET_DEVICE, sdk = RegistryClient.class, call = "getDevice")
	void addsAndGetsADevice() throws Exception {
		Device device = new Device("added");
		Device added = registry.addDevice(device);
		assertEquals("added", added.getDeviceId());
		assertEquals(DeviceStatus.Enabled, added.getStatus());
		assertEquals(device.getPrimaryKey(), added.getPrimaryKey());
		assertFalse(added.getETag().isEmpty());
		assertFalse(added.getGenerationId().isEmpty());

		Device got = registry.getDevice("added");
		assertEquals(added.getPrimaryKey(), got.getPrimaryKey());
		assertEquals(added.getSecondaryKey(), got.getSecondaryKey());
		assertEquals(added.getETag(), got.getETag());
		assertEquals(AuthenticationType.SAS, got.getAuthenticationType());
		assertEquals(DeviceConnectionState.Disconnected, got.getConnectionState());
	}

	@Test
	@Row(value = ContractOperation.CREATE_DEVICE, sdk = RegistryClient.class, call = "addDevice", with = "SAS, keys given")
	void addsADeviceWithKeys() throws Exception {
		String primary = Base64.getEncoder().encodeToString(new byte[32]);
		String secondary = Base64.getEncoder().encodeToString("0123456789abcdef".getBytes());
		Device device = new Device("with-keys");
		device.getSymmetricKey().setPrimaryKey(primary);
		device.getSymmetricKey().setSecondaryKey(secondary);
		registry.addDevice(device);
		Device got = registry.getDevice("with-keys");
		assertEquals(primary, got.getPrimaryKey());
		assertEquals(secondary, got.getSecondaryKey());
	}

	@Test
	@Row(value = ContractOperation.CREATE_DEVICE, sdk = RegistryClient.class, call = "addDevice", with = "X.509 self-signed")
	void addsASelfSignedDevice() throws Exception {
		Device device = new Device("self-signed", AuthenticationType.SELF_SIGNED);
		device.setThumbprint(THUMBPRINT, THUMBPRINT.replace('0', 'F'));
		registry.addDevice(device);
		Device got = registry.getDevice("self-signed");
		assertEquals(AuthenticationType.SELF_SIGNED, got.getAuthenticationType());
		assertEquals(THUMBPRINT, got.getPrimaryThumbprint());
		assertEquals(THUMBPRINT.replace('0', 'F'), got.getSecondaryThumbprint());
	}

	@Test
	@Row(value = ContractOperation.CREATE_DEVICE, sdk = RegistryClient.class, call = "addDevice", with = "X.509 certificate authority")
	void addsACertificateAuthorityDevice() throws Exception {
		registry.addDevice(new Device("ca-signed", AuthenticationType.CERTIFICATE_AUTHORITY));
		assertEquals(AuthenticationType.CERTIFICATE_AUTHORITY, registry.getDevice("ca-signed").getAuthenticationType());
	}

	@Test
	@Row(value = ContractOperation.CREATE_DEVICE, sdk = RegistryClient.class, call = "addDevice", with = "Edge device and its child")
	void addsAnEdgeDeviceAndItsChild() throws Exception {
		Device edge = new Device("edge");
		DeviceCapabilities capabilities = new DeviceCapabilities();
		capabilities.setIotEdge(true);
		edge.setCapabilities(capabilities);
		Device added = registry.addDevice(edge);
		assertTrue(added.getCapabilities().isIotEdge());
		assertTrue(added.getScope().startsWith("ms-azure-iot-edge://edge-"), added.getScope());

		Device leaf = new Device("leaf");
		leaf.setScope(added.getScope());
		registry.addDevice(leaf);
		assertEquals(added.getScope(), registry.getDevice("leaf").getScope());
		assertEquals(List.of(added.getScope()), registry.getDevice("leaf").getParentScopes());
	}

	@Test
	@Row(value = ContractOperation.CREATE_DEVICE, sdk = RegistryClient.class, call = "addDevice", with = "there is one of that id", error = "IotHubConflictException: ErrorCode:DeviceAlreadyExists;A device with ID 'twice' is already registered.")
	void refusesASecondDeviceOfAnId(ExpectedError error) throws Exception {
		registry.addDevice(new Device("twice"));
		error.isThrownBy(IotHubConflictException.class, () -> registry.addDevice(new Device("twice")));
	}

	@Test
	@Row(value = ContractOperation.GET_DEVICE, sdk = RegistryClient.class, call = "getDevice", with = "there is none", error = "IotHubNotFoundException: ErrorCode:DeviceNotFound;nobody")
	void findsNoDevice(ExpectedError error) {
		error.isThrownBy(IotHubNotFoundException.class, () -> registry.getDevice("nobody"));
	}

	@Test
	@Row(value = ContractOperation.UPDATE_DEVICE, sdk = RegistryClient.class, call = "updateDevice")
	void updatesADevice() throws Exception {
		Device device = registry.addDevice(new Device("updated"));
		device.setStatus(DeviceStatus.Disabled);
		Device updated = registry.updateDevice(device);
		assertEquals(DeviceStatus.Disabled, updated.getStatus());
		assertEquals(device.getPrimaryKey(), updated.getPrimaryKey());
		assertNotEquals(device.getETag(), updated.getETag());
		assertEquals(updated.getETag(), registry.getDevice("updated").getETag());
	}

	@Test
	@Row(value = ContractOperation.UPDATE_DEVICE, sdk = RegistryClient.class, call = "updateDevice", with = "another way to authenticate")
	void changesTheWayToAuthenticate() throws Exception {
		Device device = registry.addDevice(new Device("changed"));
		device.setThumbprint(THUMBPRINT, THUMBPRINT);
		Device replaced = new Device("changed", AuthenticationType.SELF_SIGNED);
		replaced.setThumbprint(THUMBPRINT, THUMBPRINT);
		registry.updateDevice(replaced);
		assertEquals(AuthenticationType.SELF_SIGNED, registry.getDevice("changed").getAuthenticationType());
	}

	@Test
	@Row(value = ContractOperation.DELETE_DEVICE, sdk = RegistryClient.class, call = "removeDevice", with = "by id")
	void removesADeviceById() throws Exception {
		registry.addDevice(new Device("removed"));
		registry.removeDevice("removed");
		assertThrows(IotHubNotFoundException.class, () -> registry.getDevice("removed"));
	}

	@Test
	@Row(value = ContractOperation.DELETE_DEVICE, sdk = RegistryClient.class, call = "removeDevice", with = "with its etag")
	void removesADeviceByEtag() throws Exception {
		Device device = registry.addDevice(new Device("removed-by-etag"));
		registry.removeDevice(device);
		assertThrows(IotHubNotFoundException.class, () -> registry.getDevice("removed-by-etag"));
	}

	@Test
	@Row(value = ContractOperation.DELETE_DEVICE, sdk = RegistryClient.class, call = "removeDevice", with = "with an old etag", error = "IotHubPreconditionFailedException: ErrorCode:PreconditionFailed;Precondition failed: Device version did not match, existingVersion:… If-Match:…;PreconditionFailed")
	void keepsADeviceThatChanged(ExpectedError error) throws Exception {
		Device device = registry.addDevice(new Device("kept"));
		registry.updateDevice(device);
		error.isThrownBy(IotHubPreconditionFailedException.class, () -> registry.removeDevice(device));
		assertEquals("kept", registry.getDevice("kept").getDeviceId());
	}

	@Test
	@Row(value = ContractOperation.DEVICE_STATISTICS, sdk = RegistryClient.class, call = "getStatistics")
	void countsDevices() throws Exception {
		RegistryStatistics before = registry.getStatistics();
		Device disabled = new Device("counted");
		disabled.setStatus(DeviceStatus.Disabled);
		registry.addDevice(disabled);
		RegistryStatistics after = registry.getStatistics();
		assertEquals(before.getTotalDeviceCount() + 1, after.getTotalDeviceCount());
		assertEquals(before.getDisabledDeviceCount() + 1, after.getDisabledDeviceCount());
		assertEquals(before.getEnabledDeviceCount(), after.getEnabledDeviceCount());
	}

	@Test
	@Row(value = ContractOperation.GET_DEVICE, sdk = RegistryClient.class, call = "getDevice", with = "AzureSasCredential instead of a connection string")
	void takesASasCredential() throws Exception {
		registry.addDevice(new Device("by-credential"));
		RegistryClientOptions options = RegistryClientOptions.builder()
				.proxyOptions(HUB.proxy().map(ProxyOptions::new).orElse(null)).build();
		RegistryClient client = new RegistryClient(HUB.hostName(), new AzureSasCredential(HUB.http().token()), options);
		assertEquals("by-credential", client.getDevice("by-credential").getDeviceId());
	}
}
