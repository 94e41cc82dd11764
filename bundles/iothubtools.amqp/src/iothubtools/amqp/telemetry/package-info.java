// SPDX-License-Identifier: EPL-2.0
/**
 * What devices send, as it is read from the built-in endpoint of a hub (contract §7): what to read and from where on, the messages, and who
 * hears them.
 */
@NonNullByDefault({DefaultLocation.PARAMETER, DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD})
package iothubtools.amqp.telemetry;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
