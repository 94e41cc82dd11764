// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.configurations;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletionStage;

import com.google.gson.JsonObject;

import iothubtools.localhub.internal.errors.ErrorCode;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.json.Json;
import iothubtools.localhub.internal.json.JsonText;
import iothubtools.localhub.internal.kernel.Etags;
import iothubtools.localhub.internal.kernel.Writer;
import iothubtools.localhub.internal.operation.Call;
import iothubtools.localhub.internal.operation.Operation;

/**
 * PUT /configurations/{id}: without If-Match it creates and only that, with If-Match it updates and only that. Content cannot
 * change: an update keeps what was there without a word (contract §§3.0, 3.10).
 */
record PutConfiguration(ConfigurationStore store, ConfigurationManager manager, Writer writer, Clock clock)
		implements Operation.Later {

	/** The service's limit (contract §6). */
	private static final int MOST = 100;

	@Override
	public CompletionStage<HubReply> answer(Call call) {
		ConfigurationWrite wanted = ConfigurationWrite.parse(call.variable(ConfigurationRoutes.ID),
				Json.readObject(call.request().body()));
		String etag = ConfigurationMatch.wanted(call.header("If-Match"));
		return writer.write(() -> etag == null ? create(wanted) : update(wanted, etag)).thenApply(written -> {
			manager.look();
			return ConfigurationJson.reply(written, manager.results(written.id()));
		});
	}

	private Configuration create(ConfigurationWrite wanted) {
		if (store.get(wanted.id()) != null) {
			throw ConfigurationErrors.alreadyExists(wanted.id());
		}
		if (store.all().size() >= MOST) {
			throw ConfigurationErrors.tooMany(MOST);
		}
		JsonObject content = wanted.content();
		if (content == null) {
			throw new HubError(ErrorCode.INVALID_CONFIGURATION_CONTENT, "The content is missing.");
		}
		Instant now = clock.instant();
		return kept(wanted, JsonText.of(content), now, now, 1);
	}

	private Configuration update(ConfigurationWrite wanted, String etag) {
		Configuration before = store.get(wanted.id());
		if (before == null) {
			throw ConfigurationErrors.notFound(wanted.id());
		}
		Etags.check(before.etag(), etag);
		return kept(wanted, before.content(), before.created(), clock.instant(), before.version() + 1);
	}

	private Configuration kept(ConfigurationWrite wanted, JsonText content, Instant created, Instant updated, long version) {
		ConfigurationQueries.check(ConfigurationContent.parse(content.object()).kind(), wanted.targetCondition(),
				wanted.metrics());
		Configuration configuration = new Configuration(wanted.id(), wanted.labels(), content, wanted.targetCondition(),
				wanted.priority(), wanted.metrics(), created, updated, version);
		store.put(configuration);
		return configuration;
	}
}
