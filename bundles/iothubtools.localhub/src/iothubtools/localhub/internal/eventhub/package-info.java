// SPDX-License-Identifier: EPL-2.0
/**
 * The built-in endpoint: what devices sent, for applications to read in the way of Event Hubs (contract §7). Each partition is a log of
 * files that are only appended to; the store says how far they count.
 */
@NonNullByDefault({DefaultLocation.PARAMETER, DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD})
package iothubtools.localhub.internal.eventhub;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
