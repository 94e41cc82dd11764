// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.configurations;

import java.util.Map;
import java.util.Map.Entry;
import java.util.concurrent.CompletionStage;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.devices.Device;
import iothubtools.localhub.internal.devices.DeviceStore;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.json.Json;
import iothubtools.localhub.internal.json.JsonMembers;
import iothubtools.localhub.internal.kernel.ClientId;
import iothubtools.localhub.internal.kernel.Writer;
import iothubtools.localhub.internal.operation.Call;

/** The operations on configurations (contract §3.10). */
record ConfigurationOperations(ConfigurationStore store, ConfigurationChanges changes, ConfigurationManager manager,
		DesiredWriter desired, DeviceStore devices, Writer writer) {

	/** What stands in their paths for the configuration. */
	private static final String ID = "id";
	private static final String INVALID = "The query is invalid.";

	/** GET /configurations: all of them; the service does not look at top either. */
	HubReply list(Call call) {
		return HubReply.json(200, Json.write(json -> {
			json.beginArray();
			for (Configuration configuration : store.all()) {
				ConfigurationJson.write(json, configuration, manager.results(configuration.id()));
			}
			json.endArray();
		}));
	}

	/** GET /configurations/{id}. */
	HubReply get(Call call) {
		Configuration configuration = changes.require(call.variable(ID));
		return ConfigurationJson.reply(configuration, manager.results(configuration.id()));
	}

	/**
	 * PUT /configurations/{id}: without If-Match it creates and only that, with If-Match it updates and only that (contract §3.0).
	 */
	CompletionStage<HubReply> put(Call call) {
		ConfigurationWrite wanted = ConfigurationWrite.parse(call.variable(ID), Json.readObject(call.request().body()));
		String etag = ConfigurationMatch.wanted(call.header("If-Match"));
		return writer.write(() -> etag == null ? changes.create(wanted) : changes.update(wanted, etag)).thenApply(written -> {
			// what is found from now on is no part of the reply, however soon that is
			ConfigurationResults known = etag == null ? ConfigurationResults.NONE : manager.results(written.id());
			manager.look();
			return ConfigurationJson.reply(written, known);
		});
	}

	/** DELETE /configurations/{id}: what it wrote into twins stays there, unless another wins now. */
	CompletionStage<HubReply> delete(Call call) {
		String id = call.variable(ID);
		String etag = ConfigurationMatch.wanted(call.header("If-Match"));
		return writer.write(() -> changes.remove(id, etag)).thenApply(removed -> {
			manager.look();
			return HubReply.noContent();
		});
	}

	/** POST /devices/{deviceId}/applyConfigurationContent: once, for one IoT Edge device. */
	CompletionStage<HubReply> apply(Call call) {
		String deviceId = call.deviceId();
		ConfigurationContent content = ConfigurationContent.parse(Json.readObject(call.request().body()));
		return writer.write(() -> {
			Device device = devices.get(deviceId);
			if (device == null) {
				throw HubError.deviceNotFound(deviceId);
			}
			if (!device.iotEdge()) {
				throw HubError.argumentInvalid("The device '" + deviceId + "' is no IoT Edge device.");
			}
			desired.apply(ClientId.of(deviceId), content);
			return HubReply.noContent();
		});
	}

	/**
	 * POST /configurations/testQueries: whether a condition and metrics can be asked for. The {@code *} that configurations may
	 * have is refused here, as the service does.
	 */
	HubReply testQueries(Call call) {
		JsonMembers input = new JsonMembers(Json.readObject(call.request().body()));
		String condition = input.string("targetCondition");
		Map<String, String> metrics = ConfigurationWrite.texts(input.object("customMetricQueries"));
		return HubReply.json(200, Json.write(json -> {
			json.beginObject();
			json.name("targetConditionError").value(error(condition));
			json.name("customMetricQueryErrors").beginObject();
			for (Entry<String, String> metric : metrics.entrySet()) {
				if (!ConfigurationQueries.isQuery(metric.getValue())) {
					json.name(metric.getKey()).value(INVALID);
				}
			}
			json.endObject();
			json.endObject();
		}));
	}

	private static @Nullable String error(@Nullable String condition) {
		if (condition != null) {
			try {
				TargetKind.read(condition);
			} catch (HubError e) {
				return e.getMessage();
			}
		}
		return null;
	}
}
