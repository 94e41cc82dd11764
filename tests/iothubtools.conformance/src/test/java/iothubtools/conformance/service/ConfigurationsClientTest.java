// SPDX-License-Identifier: EPL-2.0
package iothubtools.conformance.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.azure.sdk.iot.service.configurations.Configuration;
import com.microsoft.azure.sdk.iot.service.configurations.ConfigurationContent;
import com.microsoft.azure.sdk.iot.service.configurations.ConfigurationsClient;
import com.microsoft.azure.sdk.iot.service.exceptions.IotHubBadFormatException;
import com.microsoft.azure.sdk.iot.service.exceptions.IotHubConflictException;
import com.microsoft.azure.sdk.iot.service.exceptions.IotHubNotFoundException;
import com.microsoft.azure.sdk.iot.service.registry.Device;
import com.microsoft.azure.sdk.iot.service.registry.RegistryClient;
import com.microsoft.azure.sdk.iot.service.twin.DeviceCapabilities;

import iothubtools.conformance.hub.HubUnderTest;
import iothubtools.conformance.table.ConformanceTable;
import iothubtools.conformance.table.ContractOperation;
import iothubtools.conformance.table.ExpectedError;
import iothubtools.conformance.table.Row;

/** Configurations (contract §3.10) through the service SDK. */
@ExtendWith(ConformanceTable.class)
class ConfigurationsClientTest {

	@RegisterExtension
	static final HubUnderTest HUB = new HubUnderTest();

	private ConfigurationsClient configurations;
	private RegistryClient registry;

	@BeforeEach
	void clients() {
		configurations = new ServiceClients(HUB).configurations();
		registry = new ServiceClients(HUB).registry();
	}

	@Test
	@Row(value = ContractOperation.CREATE_CONFIGURATION, sdk = ConfigurationsClient.class, call = "create")
	@Row(value = ContractOperation.GET_CONFIGURATION, sdk = ConfigurationsClient.class, call = "get", with = "by id")
	void createsAndGetsAConfiguration() throws Exception {
		Configuration created = configurations.create(configuration("created"));
		Configuration got = configurations.get("created");
		assertEquals("created", got.getId());
		assertEquals("tags.site='A'", got.getTargetCondition());
		assertEquals(10, got.getPriority());
		assertEquals(Map.of("env", "test"), got.getLabels());
		assertEquals(created.getEtag(), got.getEtag());
		assertTrue(got.getContent().getDeviceContent().containsKey("properties.desired.chiller"));
	}

	@Test
	@Row(value = ContractOperation.CREATE_CONFIGURATION, sdk = ConfigurationsClient.class, call = "create", with = "there is one of that id", error = "IotHubConflictException: ErrorCode:ConfigurationAlreadyExists;A configuration with ID 'twice' already exists.")
	void refusesASecondConfigurationOfAnId(ExpectedError error) throws Exception {
		configurations.create(configuration("twice"));
		error.isThrownBy(IotHubConflictException.class, () -> configurations.create(configuration("twice")));
	}

	@Test
	@Row(value = ContractOperation.GET_CONFIGURATION, sdk = ConfigurationsClient.class, call = "get", with = "there is none", error = "IotHubNotFoundException: ErrorCode:ConfigurationNotFound;nothing")
	void findsNoConfiguration(ExpectedError error) {
		error.isThrownBy(IotHubNotFoundException.class, () -> configurations.get("nothing"));
	}

	@Test
	@Row(value = ContractOperation.LIST_CONFIGURATIONS, sdk = ConfigurationsClient.class, call = "get", with = "up to a number")
	void listsConfigurations() throws Exception {
		configurations.create(configuration("list-1"));
		configurations.create(configuration("list-2"));
		List<String> ids = configurations.get(20).stream().map(Configuration::getId).toList();
		assertTrue(ids.containsAll(List.of("list-1", "list-2")), ids.toString());
	}

	@Test
	@Row(value = ContractOperation.UPDATE_CONFIGURATION, sdk = ConfigurationsClient.class, call = "replace")
	void replacesAConfiguration() throws Exception {
		Configuration configuration = configurations.create(configuration("replaced"));
		configuration.setPriority(20);
		configuration.setTargetCondition("tags.site='B'");
		Configuration replaced = configurations.replace(configuration);
		assertEquals(20, replaced.getPriority());
		assertEquals("tags.site='B'", configurations.get("replaced").getTargetCondition());
	}

	@Test
	@Row(value = ContractOperation.DELETE_CONFIGURATION, sdk = ConfigurationsClient.class, call = "delete", with = "by id")
	void deletesAConfigurationById() throws Exception {
		configurations.create(configuration("deleted"));
		configurations.delete("deleted");
		assertThrows(IotHubNotFoundException.class, () -> configurations.get("deleted"));
	}

	@Test
	@Row(value = ContractOperation.DELETE_CONFIGURATION, sdk = ConfigurationsClient.class, call = "delete", with = "with its etag")
	void deletesAConfigurationByEtag() throws Exception {
		Configuration configuration = configurations.create(configuration("deleted-by-etag"));
		configurations.delete(configuration);
		assertThrows(IotHubNotFoundException.class, () -> configurations.get("deleted-by-etag"));
	}

	@Test
	@Row(value = ContractOperation.APPLY_CONFIGURATION, sdk = ConfigurationsClient.class, call = "applyConfigurationContentOnDevice", with = "to an Edge device")
	void appliesContentToAnEdgeDevice() throws Exception {
		Device edge = new Device("edge");
		DeviceCapabilities capabilities = new DeviceCapabilities();
		capabilities.setIotEdge(true);
		edge.setCapabilities(capabilities);
		registry.addDevice(edge);
		configurations.applyConfigurationContentOnDevice("edge", modules());
		Object modules = new ServiceClients(HUB).twins().get("edge", "$edgeAgent").getDesiredProperties().get("schemaVersion");
		assertEquals("1.1", modules);
	}

	@Test
	@Row(value = ContractOperation.APPLY_CONFIGURATION, sdk = ConfigurationsClient.class, call = "applyConfigurationContentOnDevice", with = "to a device that is no Edge device", error = "IotHubBadFormatException: ErrorCode:ArgumentInvalid;The device 'leaf' is no IoT Edge device.")
	void appliesNothingToAnotherDevice(ExpectedError error) throws Exception {
		registry.addDevice(new Device("leaf"));
		error.isThrownBy(IotHubBadFormatException.class,
				() -> configurations.applyConfigurationContentOnDevice("leaf", modules()));
	}

	private static ConfigurationContent modules() {
		ConfigurationContent content = new ConfigurationContent();
		content.setModulesContent(new HashMap<>(
				Map.of("$edgeAgent", new HashMap<>(Map.of("properties.desired", Map.of("schemaVersion", "1.1"))))));
		return content;
	}

	private static Configuration configuration(String id) {
		ConfigurationContent content = new ConfigurationContent();
		content.setDeviceContent(new HashMap<>(Map.of("properties.desired.chiller", Map.of("t", 5))));
		Configuration configuration = new Configuration(id);
		configuration.setContent(content);
		configuration.setTargetCondition("tags.site='A'");
		configuration.setPriority(10);
		configuration.setLabels(new HashMap<>(Map.of("env", "test")));
		return configuration;
	}
}
