// SPDX-License-Identifier: EPL-2.0
package iothubtools.conformance.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.azure.sdk.iot.service.auth.AuthenticationType;
import com.microsoft.azure.sdk.iot.service.exceptions.IotHubConflictException;
import com.microsoft.azure.sdk.iot.service.exceptions.IotHubNotFoundException;
import com.microsoft.azure.sdk.iot.service.registry.Device;
import com.microsoft.azure.sdk.iot.service.registry.Module;
import com.microsoft.azure.sdk.iot.service.registry.RegistryClient;
import com.microsoft.azure.sdk.iot.service.twin.DeviceCapabilities;

import iothubtools.conformance.hub.HubUnderTest;
import iothubtools.conformance.table.ConformanceTable;
import iothubtools.conformance.table.ContractOperation;
import iothubtools.conformance.table.ExpectedError;
import iothubtools.conformance.table.Row;

/** Module identities (contract §3.4) through the service SDK. */
@ExtendWith(ConformanceTable.class)
class ModulesTest {

	private static final String DEVICE = "with-modules";
	private static final String THUMBPRINT = "0123456789ABCDEF0123456789ABCDEF01234567";

	@RegisterExtension
	static final HubUnderTest HUB = new HubUnderTest();

	private RegistryClient registry;

	@BeforeEach
	void client() throws Exception {
		registry = new ServiceClients(HUB).registry();
		try {
			registry.addDevice(new Device(DEVICE));
		} catch (IotHubConflictException e) {
			// there already
		}
	}

	@Test
	@Row(value = ContractOperation.CREATE_MODULE, sdk = RegistryClient.class, call = "addModule", with = "SAS")
	@Row(value = ContractOperation.GET_MODULE, sdk = RegistryClient.class, call = "getModule")
	void addsAndGetsAModule() throws Exception {
		Module module = new Module(DEVICE, "added");
		String key = Base64.getEncoder().encodeToString(new byte[32]);
		module.getSymmetricKey().setPrimaryKey(key);
		Module added = registry.addModule(module);
		Module got = registry.getModule(DEVICE, "added");
		assertEquals("added", got.getId());
		assertEquals(DEVICE, got.getDeviceId());
		assertEquals(key, got.getPrimaryKey());
		assertEquals(added.getETag(), got.getETag());
		assertEquals(added.getGenerationId(), got.getGenerationId());
	}

	@Test
	@Row(value = ContractOperation.CREATE_MODULE, sdk = RegistryClient.class, call = "addModule", with = "X.509 self-signed")
	void addsASelfSignedModule() throws Exception {
		Module module = new Module(DEVICE, "self-signed", AuthenticationType.SELF_SIGNED);
		module.setThumbprint(THUMBPRINT, THUMBPRINT);
		registry.addModule(module);
		Module got = registry.getModule(DEVICE, "self-signed");
		assertEquals(AuthenticationType.SELF_SIGNED, got.getAuthenticationType());
		assertEquals(THUMBPRINT, got.getPrimaryThumbprint());
	}

	@Test
	@Row(value = ContractOperation.CREATE_MODULE, sdk = RegistryClient.class, call = "addModule", with = "X.509 certificate authority")
	void addsACertificateAuthorityModule() throws Exception {
		registry.addModule(new Module(DEVICE, "ca-signed", AuthenticationType.CERTIFICATE_AUTHORITY));
		assertEquals(AuthenticationType.CERTIFICATE_AUTHORITY, registry.getModule(DEVICE, "ca-signed").getAuthenticationType());
	}

	@Test
	@Row(value = ContractOperation.CREATE_MODULE, sdk = RegistryClient.class, call = "addModule", with = "there is one of that id", error = "IotHubConflictException: {\"errorCode\":409301,\"trackingId\":\"…\",\"message\":\"Module 'twice' is already registered on device 'with-modules'.\",\"info\":null,\"timestampUtc\":\"…\"}")
	void refusesASecondModuleOfAnId(ExpectedError error) throws Exception {
		registry.addModule(new Module(DEVICE, "twice"));
		error.isThrownBy(IotHubConflictException.class, () -> registry.addModule(new Module(DEVICE, "twice")));
	}

	@Test
	@Row(value = ContractOperation.GET_MODULE, sdk = RegistryClient.class, call = "getModule", with = "there is none", error = "IotHubNotFoundException: ErrorCode:ModuleNotFound;Module 'nobody' is not registered on device 'with-modules'.")
	void findsNoModule(ExpectedError error) {
		error.isThrownBy(IotHubNotFoundException.class, () -> registry.getModule(DEVICE, "nobody"));
	}

	@Test
	@Row(value = ContractOperation.UPDATE_MODULE, sdk = RegistryClient.class, call = "updateModule")
	void updatesAModule() throws Exception {
		Module module = registry.addModule(new Module(DEVICE, "updated"));
		String key = Base64.getEncoder().encodeToString("0123456789abcdef".getBytes());
		module.getSymmetricKey().setPrimaryKey(key);
		Module updated = registry.updateModule(module);
		assertEquals(key, updated.getPrimaryKey());
		assertNotEquals(module.getETag(), updated.getETag());
	}

	@Test
	@Row(value = ContractOperation.DELETE_MODULE, sdk = RegistryClient.class, call = "removeModule", with = "by id")
	void removesAModuleById() throws Exception {
		registry.addModule(new Module(DEVICE, "removed"));
		registry.removeModule(DEVICE, "removed");
		assertThrows(IotHubNotFoundException.class, () -> registry.getModule(DEVICE, "removed"));
	}

	@Test
	@Row(value = ContractOperation.DELETE_MODULE, sdk = RegistryClient.class, call = "removeModule", with = "with its etag")
	void removesAModuleByEtag() throws Exception {
		Module module = registry.addModule(new Module(DEVICE, "removed-by-etag"));
		registry.removeModule(module);
		assertThrows(IotHubNotFoundException.class, () -> registry.getModule(DEVICE, "removed-by-etag"));
	}

	@Test
	@Row(value = ContractOperation.LIST_MODULES, sdk = RegistryClient.class, call = "getModulesOnDevice")
	void listsTheModulesOfADevice() throws Exception {
		registry.addDevice(new Device("three"));
		assertEquals(List.of(), registry.getModulesOnDevice("three"));
		for (String id : List.of("a", "b", "c")) {
			registry.addModule(new Module("three", id));
		}
		assertEquals(List.of("a", "b", "c"),
				registry.getModulesOnDevice("three").stream().map(Module::getId).sorted().toList());
	}

	@Test
	@Row(value = ContractOperation.LIST_MODULES, sdk = RegistryClient.class, call = "getModulesOnDevice", with = "an Edge device's own modules")
	void anEdgeDeviceHasModulesOfItsOwn() throws Exception {
		Device edge = new Device("edge");
		DeviceCapabilities capabilities = new DeviceCapabilities();
		capabilities.setIotEdge(true);
		edge.setCapabilities(capabilities);
		registry.addDevice(edge);
		assertEquals(List.of("$edgeAgent", "$edgeHub"),
				registry.getModulesOnDevice("edge").stream().map(Module::getId).sorted().toList());
	}
}
