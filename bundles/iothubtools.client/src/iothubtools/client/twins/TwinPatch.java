// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.twins;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.errors.InvalidInputException;

/**
 * What to change of a twin: members that are left out stay, {@code null} deletes a member, objects merge, and anything
 * else, arrays included, replaces what is there (contract §3.5). Sent exactly as given, nulls and numbers included.
 *
 * @param tags    a JSON object, null to leave the tags alone
 * @param desired a JSON object, null to leave the desired properties alone
 */
public record TwinPatch(@Nullable String tags, @Nullable String desired) {

	/**
	 * @throws InvalidInputException for {@code tags} or {@code properties.desired} if it is no JSON object
	 */
	public TwinPatch {
		TwinText.check(TwinText.TAGS, tags);
		TwinText.check(TwinText.DESIRED, desired);
	}

	/** A change of tags only. */
	public static TwinPatch ofTags(String tags) {
		return new TwinPatch(tags, null);
	}

	/** A change of desired properties only. */
	public static TwinPatch ofDesired(String desired) {
		return new TwinPatch(null, desired);
	}

	/** The JSON the hub is sent. */
	public String toJson() {
		return TwinText.json(tags, desired);
	}
}
