// SPDX-License-Identifier: EPL-2.0
/** Twins: tags, desired and reported properties of devices and modules, and the operations on them (contract §3.5). */
@NonNullByDefault({DefaultLocation.PARAMETER, DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD})
package iothubtools.localhub.internal.twins;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
