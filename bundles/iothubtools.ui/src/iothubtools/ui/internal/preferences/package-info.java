// SPDX-License-Identifier: EPL-2.0
/** Preferences > Azure IoT Hub: the hub connections. */
@NonNullByDefault({DefaultLocation.PARAMETER, DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD})
package iothubtools.ui.internal.preferences;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
