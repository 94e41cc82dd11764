// SPDX-License-Identifier: EPL-2.0
/**
 * Devices and modules over AMQP (contract §8.2): how each proves who it is, what it sends and what it is told. They begin at
 * {@link iothubtools.amqp.AmqpDevices}.
 */
@NonNullByDefault({DefaultLocation.PARAMETER, DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD})
package iothubtools.amqp.devices;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
