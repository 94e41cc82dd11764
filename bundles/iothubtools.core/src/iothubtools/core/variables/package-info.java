// SPDX-License-Identifier: EPL-2.0
/** What variables of launch configurations stand for: hosts, connection strings and tokens of hubs, devices and modules. */
@NonNullByDefault({DefaultLocation.PARAMETER, DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD})
package iothubtools.core.variables;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
