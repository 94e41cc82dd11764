// SPDX-License-Identifier: EPL-2.0
/** The registry: device identities and the operations on them (contract §§3.1, 3.2, 4). */
@NonNullByDefault({DefaultLocation.PARAMETER, DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD})
package iothubtools.localhub.internal.devices;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
