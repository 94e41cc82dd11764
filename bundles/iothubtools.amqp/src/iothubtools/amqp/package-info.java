// SPDX-License-Identifier: EPL-2.0
/**
 * What the service side of a hub does over AMQP 1.0 only: cloud-to-device messages and the feedback on them (contract §3.7), and reading what
 * devices send (contract §7). It begins at {@link iothubtools.amqp.AmqpHub}. And devices and modules over AMQP (contract §8.2), at
 * {@link iothubtools.amqp.AmqpDevices}.
 */
@NonNullByDefault({DefaultLocation.PARAMETER, DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD})
package iothubtools.amqp;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
