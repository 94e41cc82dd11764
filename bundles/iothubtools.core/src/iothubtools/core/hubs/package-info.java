// SPDX-License-Identifier: EPL-2.0
/** What a hub connection is: values without their store, so that events, connections and all above them can speak of one. */
@NonNullByDefault({DefaultLocation.PARAMETER, DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD})
package iothubtools.core.hubs;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
