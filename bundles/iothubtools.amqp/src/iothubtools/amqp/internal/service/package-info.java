// SPDX-License-Identifier: EPL-2.0
/** What a service does with the devices of its hub: messages to them, feedback on these, what they send. */
@NonNullByDefault({DefaultLocation.PARAMETER, DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD})
package iothubtools.amqp.internal.service;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
