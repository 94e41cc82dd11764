// SPDX-License-Identifier: EPL-2.0
/** What things on a hub may be called (contract §§1.1, 3.9, 3.10, 4). */
@NonNullByDefault({DefaultLocation.PARAMETER, DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD})
package iothubtools.client.names;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
