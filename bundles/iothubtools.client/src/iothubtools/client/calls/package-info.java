// SPDX-License-Identifier: EPL-2.0
/** How calls are made, whatever they ask for: by which proxy, how long, how often, and until who calls them off. */
@NonNullByDefault({ DefaultLocation.PARAMETER, DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD })
package iothubtools.client.calls;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
