// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.twins;

import iothubtools.client.errors.InvalidInputException;

/**
 * What the back end writes of a twin, whole: it replaces all tags and desired properties there are.
 *
 * @param tags    a JSON object
 * @param desired a JSON object
 */
public record TwinContent(String tags, String desired) {

	/**
	 * @throws InvalidInputException for {@code tags} or {@code properties.desired} if it is no JSON object
	 */
	public TwinContent {
		TwinText.check(TwinText.TAGS, tags);
		TwinText.check(TwinText.DESIRED, desired);
	}

	/** The JSON the hub is sent. */
	public String toJson() {
		return TwinText.json(tags, desired);
	}

	/**
	 * Tags or desired properties on several lines, to be read and edited; numbers stay as they are written.
	 *
	 * @throws InvalidInputException if it is no JSON object
	 */
	public static String indented(String json) {
		return TwinText.indented(json);
	}
}
