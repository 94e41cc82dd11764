// SPDX-License-Identifier: EPL-2.0
/** What the hub answers: success told from failure, and the JSON of a reply. */
@NonNullByDefault({DefaultLocation.PARAMETER, DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD})
package iothubtools.client.internal.replies;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
