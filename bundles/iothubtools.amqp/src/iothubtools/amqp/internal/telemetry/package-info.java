// SPDX-License-Identifier: EPL-2.0
/** What devices send, read from the partitions of the built-in endpoint, wherever that is, and told one after the other. */
@NonNullByDefault({DefaultLocation.PARAMETER, DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD})
package iothubtools.amqp.internal.telemetry;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
