// SPDX-License-Identifier: EPL-2.0
/** Hub connections as they are kept: in preferences, their keys in Secure Storage, and the sessions that are open for them. */
@NonNullByDefault({DefaultLocation.PARAMETER, DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD})
package iothubtools.core.connections;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
