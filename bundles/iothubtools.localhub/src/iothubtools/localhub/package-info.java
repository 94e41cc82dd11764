// SPDX-License-Identifier: EPL-2.0
/** An IoT Hub on this machine: start it, ask how to reach it, look at what it received. */
@NonNullByDefault({DefaultLocation.PARAMETER, DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD})
package iothubtools.localhub;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
