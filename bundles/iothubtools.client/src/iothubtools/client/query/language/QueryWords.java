// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.query.language;

import java.util.Arrays;
import java.util.List;

/** The words of the query language (contract §3.3). All are found in any case; names below tags and properties are not among them. */
public final class QueryWords {

	/** What a query is put together with. */
	public static final List<String> KEYWORDS = List.of("SELECT", "TOP", "AS", "FROM", "WHERE", "GROUP", "BY", "AND", "OR", "NOT",
			"IN", "NIN", "NULL", "UNDEFINED", "TRUE", "FALSE");

	/** What can be counted up in a projection. */
	public static final List<String> AGGREGATES = List.of("COUNT", "AVG", "SUM", "MIN", "MAX");

	/** The functions of conditions. */
	public static final List<String> FUNCTIONS = List.of("IS_DEFINED", "STARTSWITH", "ENDSWITH");

	private QueryWords() {
	}

	/** What a query can be made of. */
	public enum Collection {

		/** Device twins. */
		DEVICES("devices", Names.TWIN),
		/** Module twins. */
		MODULES("devices.modules", "moduleId managedBy " + Names.TWIN),
		/** What each scheduled job did to each device. */
		JOBS("devices.jobs", "deviceId moduleId jobId jobType status startTimeUtc endTimeUtc createdDateTimeUtc lastUpdatedDateTimeUtc"
				+ " outcome outcome.deviceMethodResponse outcome.deviceMethodResponse.status outcome.deviceMethodResponse.payload error");

		private final String path;
		private final List<String> attributes;

		Collection(String path, String attributes) {
			this.path = path;
			this.attributes = Arrays.asList(attributes.split(" "));
		}

		/** As it stands behind FROM. */
		public String path() {
			return path;
		}

		/** The attributes that the service has of its own, as dotted paths. */
		public List<String> attributes() {
			return attributes;
		}

		/** An enum's constants cannot use its own static fields. */
		private static final class Names {
			static final String TWIN = "deviceId status statusReason statusUpdateTime connectionState lastActivityTime"
					+ " authenticationType cloudToDeviceMessageCount capabilities.iotEdge tags properties.desired properties.reported"
					+ " etag deviceEtag version modelId deviceScope parentScopes configurations"
					+ " x509Thumbprint.primaryThumbprint x509Thumbprint.secondaryThumbprint";
		}
	}

	/** Whether a word is one of these, in any case. */
	public static boolean isOf(List<String> words, String word) {
		return words.stream().anyMatch(word::equalsIgnoreCase);
	}
}
