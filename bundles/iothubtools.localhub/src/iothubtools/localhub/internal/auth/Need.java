// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.auth;

import java.util.List;

/**
 * What somebody needs for a call: the right of a shared access policy or, with a token of Entra ID, data actions (contract §1.2).
 *
 * @param right    the right
 * @param actions  the data actions, all of them; empty for what no role allows
 */
public record Need(Right right, List<String> actions) {

	/** What an operation of this name needs beside the right. */
	public static Need of(String operation, Right right) {
		return new Need(right, DataActions.of(operation));
	}

	/** What no token of Entra ID gives. */
	public static Need of(Right right) {
		return new Need(right, List.of());
	}
}
