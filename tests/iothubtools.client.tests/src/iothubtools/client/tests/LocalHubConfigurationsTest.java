// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.client.Configurations;
import iothubtools.client.HubCall;
import iothubtools.client.IotHubClient;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.configurations.Configuration;
import iothubtools.client.configurations.ConfigurationQueryCheck;
import iothubtools.client.devices.BulkItem;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.errors.HubErrorCode;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.InvalidInputException;
import iothubtools.client.errors.ServiceException;
import iothubtools.client.names.ClientId;
import iothubtools.client.twins.TwinContent;
import iothubtools.tests.support.time.Eventually;

/** Configurations of the client against the local hub. */
class LocalHubConfigurationsTest {

	@RegisterExtension
	final LocalHubFixture hub = new LocalHubFixture();
	private final Cancellation none = Cancellation.none();

	@Test
	void configuresTheDevicesOfACondition() throws Exception {
		try (IotHubClient client = hub.client()) {
			client.bulk().run(List.of(
					BulkItem.create(DeviceIdentity.builder("a").build(), new TwinContent("{\"site\":\"A\"}", "{}")),
					BulkItem.create(DeviceIdentity.builder("b").build(), new TwinContent("{\"site\":\"B\"}", "{}"))))
					.await(none);
			Configurations configurations = client.configurations();
			Configuration created = configurations.create(Configuration.builder("chill").labels(Map.of("env", "dev"))
					.content("{\"deviceContent\":{\"properties.desired.chiller\":{\"t\":5.0}}}")
					.targetCondition("tags.site = 'A'").priority(10)
					.metricQueries(Map.of("sites", "SELECT deviceId FROM devices WHERE tags.site = 'A'")).build())
					.await(none);
			assertEquals(HubErrorCode.CONFIGURATION_ALREADY_EXISTS, refusal(configurations.create(created)).code());
			Eventually.holds("the configuration on the device", () -> desired(client, "a").contains("\"t\":5.0"));
			assertEquals("{}", desired(client, "b"));

			Configuration changed = configurations
					.update("chill", configuration -> configuration.toBuilder().priority(11).build()).await(none);
			assertEquals(11, changed.priority());
			assertEquals(created.content(), changed.content());
			assertEquals(Map.of("env", "dev"), changed.labels());
			assertEquals(List.of("chill"), configurations.list().await(none).stream().map(Configuration::id).toList());

			assertEquals(HubErrorCode.PRECONDITION_FAILED,
					refusal(configurations.delete("chill", created.etag())).code());
			configurations.delete("chill", changed.etag()).await(none);
			assertEquals(HubErrorCode.CONFIGURATION_NOT_FOUND, refusal(configurations.get("chill")).code());
		}
	}

	@Test
	void writesOverTheVersionThatWasSeenAndNoOther() throws Exception {
		try (IotHubClient client = hub.client()) {
			Configurations configurations = client.configurations();
			Configuration unmade = Configuration.builder("chill").content("{\"deviceContent\":{\"properties.desired.t\":5.0}}").build();
			assertEquals("etag", assertThrows(InvalidInputException.class, () -> configurations.replace(unmade)).field());
			Configuration seen = configurations.create(unmade).await(none);

			Configuration changed = configurations.replace(seen.toBuilder().priority(3).targetCondition("tags.site = 'A'").build()).await(none);

			assertEquals(3, changed.priority());
			assertEquals("tags.site = 'A'", configurations.get("chill").await(none).targetCondition());
			assertEquals(seen.content(), changed.content());
			assertEquals(HubErrorCode.PRECONDITION_FAILED, refusal(configurations.replace(seen.toBuilder().priority(4).build())).code());
			assertEquals(3, configurations.get("chill").await(none).priority());
		}
	}

	@Test
	void saysWhatIsWrongWithQueriesAndContent() throws Exception {
		try (IotHubClient client = hub.client()) {
			Configurations configurations = client.configurations();
			assertTrue(configurations.testQueries("tags.site = 'A'", Map.of("m", "SELECT deviceId FROM devices"))
					.await(none).isValid());
			ConfigurationQueryCheck wrong = configurations.testQueries("tags.site =", Map.of("m", "SELECT")).await(none);
			assertNotNull(wrong.targetConditionError());
			assertEquals(Set.of("m"), wrong.metricQueryErrors().keySet());

			client.devices().create(DeviceIdentity.builder("leaf").build()).await(none);
			assertEquals(400,
					refusal(configurations.applyContent("leaf", "{\"modulesContent\":{}}")).status());
			client.devices().create(DeviceIdentity.builder("edge").iotEdge(true).build()).await(none);
			configurations.applyContent("edge",
					"{\"modulesContent\":{\"$edgeAgent\":{\"properties.desired\":{\"schemaVersion\":\"1.1\"}}}}").await(none);
			assertEquals("{\"schemaVersion\":\"1.1\"}",
					client.twins().get(ClientId.module("edge", "$edgeAgent")).await(none).desired().json());
		}
	}

	private String desired(IotHubClient client, String deviceId) throws HubException {
		return client.twins().get(ClientId.device(deviceId)).await(none).desired().json();
	}

	private ServiceException refusal(HubCall<?> call) {
		return assertThrows(ServiceException.class, () -> call.await(none));
	}
}
