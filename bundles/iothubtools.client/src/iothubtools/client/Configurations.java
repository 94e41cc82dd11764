// SPDX-License-Identifier: EPL-2.0
package iothubtools.client;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.configurations.Configuration;
import iothubtools.client.configurations.ConfigurationQueryCheck;
import iothubtools.client.errors.HubErrorCode;
import iothubtools.client.errors.InvalidInputException;
import iothubtools.client.internal.calls.HubAccess;
import iothubtools.client.internal.calls.HubPaths;
import iothubtools.client.internal.query.Pages;
import iothubtools.client.internal.registry.ConfigurationJson;
import iothubtools.client.internal.registry.EntryKind;
import iothubtools.client.internal.registry.RegistryEntries;
import iothubtools.client.internal.replies.ReplyJson;
import iothubtools.client.internal.transport.HubRequest;
import iothubtools.client.names.ClientId;

/**
 * Automatic configurations of devices and modules, at most 100 on a hub (contract §3.10). All need ServiceConnect. Safe
 * for use by several threads.
 */
public final class Configurations {

	private static final EntryKind<Configuration> KIND = new EntryKind<>(ConfigurationJson::read, Configuration::writableJson,
			Configuration::etag, ConfigurationJson::isLike);
	private static final String PATH = "/configurations";

	private final HubAccess hub;
	private final RegistryEntries<Configuration> entries;

	Configurations(HubAccess hub) {
		this.hub = hub;
		entries = new RegistryEntries<>(hub, KIND);
	}

	/** The configuration as it is now. Fails with {@link HubErrorCode#CONFIGURATION_NOT_FOUND} if there is none. */
	public HubCall<Configuration> get(String id) {
		return HubCall.of(() -> entries.get(path(id)));
	}

	/** All configurations. */
	public HubCall<List<Configuration>> list() {
		return HubCall.of(() -> hub.send(hub.request("GET", PATH).maxReply(HubRequest.MAX_LIST),
				reply -> Pages.rows(reply, ConfigurationJson::read)));
	}

	/**
	 * Creates a configuration and gives it as the hub made it. Tries that end unclear are treated as with
	 * {@link DeviceIdentities#create}. Fails with {@link HubErrorCode#CONFIGURATION_ALREADY_EXISTS} if the id is taken,
	 * with {@link HubErrorCode#INVALID_CONFIGURATION_CONTENT} or
	 * {@link HubErrorCode#INVALID_CONFIGURATION_TARGET_CONDITION} for what the hub does not understand.
	 */
	public HubCall<Configuration> create(Configuration configuration) {
		return HubCall.of(() -> entries.create(path(configuration.id()), configuration));
	}

	/**
	 * Changes a configuration: reads it, applies {@code change}, writes the whole back under the etag that was read and
	 * gives it as it is then. Its content stays, whatever {@code change} does to it. Fails with
	 * {@link HubErrorCode#PRECONDITION_FAILED} if someone else changed it in between, with
	 * {@link HubErrorCode#CONFIGURATION_NOT_FOUND} if there is none.
	 *
	 * @param change called on a thread of the client, or on the one that begins the call if what is read is there by then; must not block
	 */
	public HubCall<Configuration> update(String id, UnaryOperator<Configuration> change) {
		return HubCall.of(() -> entries.update(path(id), change));
	}

	/**
	 * Writes a configuration over the version whose etag it has and gives it as it is then. Its content stays as it was. Fails with
	 * {@link HubErrorCode#PRECONDITION_FAILED} if there is another version by now, with
	 * {@link HubErrorCode#CONFIGURATION_NOT_FOUND} if there is none.
	 *
	 * @param configuration one that was read from the hub, with changes
	 * @throws InvalidInputException for the field {@code etag} if it has none
	 */
	public HubCall<Configuration> replace(Configuration configuration) {
		if (configuration.etag().isEmpty()) {
			// an empty If-Match would mean "create"
			throw new InvalidInputException("etag", "is missing: the configuration was not read from a hub");
		}
		return HubCall.of(() -> entries.replace(path(configuration.id()), configuration.etag(), configuration));
	}

	/**
	 * Deletes a configuration; what it set on devices stays. Fails with {@link HubErrorCode#PRECONDITION_FAILED} if it has
	 * another etag, with {@link HubErrorCode#CONFIGURATION_NOT_FOUND} if there is none.
	 *
	 * @param etag the version to delete, null for any
	 */
	public HubCall<Void> delete(String id, @Nullable String etag) {
		return HubCall.of(() -> entries.delete(path(id), etag));
	}

	/**
	 * Asks what is wrong with queries, changing nothing.
	 *
	 * @param targetCondition e.g. {@code tags.site = 'A'}; the hub does not take {@code *} here
	 * @param metricQueries   names and queries
	 */
	public HubCall<ConfigurationQueryCheck> testQueries(String targetCondition, Map<String, String> metricQueries) {
		String json = ConfigurationJson.queries(targetCondition, metricQueries);
		return HubCall.of(() -> hub.send(hub.request("POST", PATH + "/testQueries").withJson(json),
				ConfigurationJson::check));
	}

	/**
	 * Applies content to the modules of one IoT Edge device. Fails with {@link HubErrorCode#ARGUMENT_INVALID} for a device
	 * that is none.
	 *
	 * @param content a JSON object with {@code modulesContent}, sent exactly as given
	 */
	public HubCall<Void> applyContent(String deviceId, String content) {
		return HubCall.of(() -> hub.send(
				hub.request("POST", HubPaths.identity(ClientId.device(deviceId)) + "/applyConfigurationContent")
						.withJson(content),
				ReplyJson::done));
	}

	private static String path(String id) {
		return PATH + "/" + HubPaths.segment(id);
	}
}
