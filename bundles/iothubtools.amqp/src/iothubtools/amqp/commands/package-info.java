// SPDX-License-Identifier: EPL-2.0
/**
 * Cloud-to-device messages as the service sends them, what the hub says to them, and who hears what became of them (contract §3.7).
 */
@NonNullByDefault({DefaultLocation.PARAMETER, DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD})
package iothubtools.amqp.commands;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
