// SPDX-License-Identifier: EPL-2.0
/** Cloud-to-device messages and what became of them (contract §§3.7, 3.12). */
@NonNullByDefault({DefaultLocation.PARAMETER, DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD})
package iothubtools.client.commands;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
