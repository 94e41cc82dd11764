// SPDX-License-Identifier: EPL-2.0
/** Devices and modules that speak MQTT 3.1.1, on a port of its own or over WebSocket (contract §8.1). */
@NonNullByDefault({DefaultLocation.PARAMETER, DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD})
package iothubtools.localhub.internal.mqtt;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
