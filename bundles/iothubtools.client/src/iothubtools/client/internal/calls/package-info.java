// SPDX-License-Identifier: EPL-2.0
/** Calls to a hub, with all their tries: how often, how long, how many at a time, and what became of a write. */
@NonNullByDefault({DefaultLocation.PARAMETER, DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD})
package iothubtools.client.internal.calls;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
