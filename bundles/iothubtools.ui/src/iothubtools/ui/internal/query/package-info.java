// SPDX-License-Identifier: EPL-2.0
/** The view IoT Hub Query: a text in the hub's language with its marks and proposals, and the rows that come of it. */
@NonNullByDefault({DefaultLocation.PARAMETER, DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD})
package iothubtools.ui.internal.query;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
