// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query;

import org.eclipse.jdt.annotation.Nullable;

/**
 * A page of a query's result.
 *
 * @param body  its rows as a JSON array
 * @param next  where the next page begins, null after the last
 */
record ResultPage(byte[] body, @Nullable Continuation next) {
}
