// SPDX-License-Identifier: EPL-2.0
/** How a request finds its operation, and what every operation has in common (contract §3.0). */
@NonNullByDefault({DefaultLocation.PARAMETER, DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD})
package iothubtools.localhub.internal.operation;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
