// SPDX-License-Identifier: EPL-2.0
/** The IoT Hub view: hubs and their devices as rows of one table (see {@code table}), its filter, its pages and its status line. */
@NonNullByDefault({DefaultLocation.PARAMETER, DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD})
package iothubtools.ui.internal.view;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
