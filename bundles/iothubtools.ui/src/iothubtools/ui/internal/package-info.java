// SPDX-License-Identifier: EPL-2.0
/** The ground of the face of IoT Hub Tools in Eclipse: ids that all its packages know. It needs none of them. */
@NonNullByDefault({DefaultLocation.PARAMETER, DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD})
package iothubtools.ui.internal;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
