// SPDX-License-Identifier: EPL-2.0
/** Automatic configurations of devices and modules, and deployments of IoT Edge (contract §3.10). */
@NonNullByDefault({DefaultLocation.PARAMETER, DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD})
package iothubtools.core.configurations;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
