// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.configurations;

import java.time.Clock;
import java.time.Instant;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonObject;

import iothubtools.localhub.internal.errors.ErrorCode;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.json.JsonText;
import iothubtools.localhub.internal.kernel.Etags;
import iothubtools.localhub.internal.kernel.Writer;

/** Makes, updates and removes configurations (contract §3.10); within a {@link Writer} only. */
record ConfigurationChanges(ConfigurationStore store, Clock clock) {

	/** The service's limit (contract §6). */
	private static final int MOST = 100;

	/**
	 * Makes one.
	 *
	 * @throws HubError 409 when there is one of this id, 413 when there are as many as there may be, 400 for content that is none
	 */
	Configuration create(ConfigurationWrite wanted) {
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

	/**
	 * Updates one. Content cannot change: what was there is kept without a word.
	 *
	 * @throws HubError 404 when there is none, 412 when it has another etag
	 */
	Configuration update(ConfigurationWrite wanted, String etag) {
		Configuration before = require(wanted.id());
		Etags.check(before.etag(), etag);
		return kept(wanted, before.content(), before.created(), clock.instant(), before.version() + 1);
	}

	/**
	 * Removes one.
	 *
	 * @param etag null for whichever there is
	 * @throws HubError 404 when there is none, 412 when it has another etag
	 */
	Configuration remove(String id, @Nullable String etag) {
		Configuration configuration = require(id);
		if (etag != null) {
			Etags.check(configuration.etag(), etag);
		}
		store.remove(id);
		return configuration;
	}

	/** @throws HubError 404 when there is none of this id */
	Configuration require(String id) {
		Configuration configuration = store.get(id);
		if (configuration == null) {
			throw ConfigurationErrors.notFound(id);
		}
		return configuration;
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
