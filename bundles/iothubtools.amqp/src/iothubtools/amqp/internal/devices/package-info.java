// SPDX-License-Identifier: EPL-2.0
/** How devices share connections, and what each does by its links (contract §8.2). */
@NonNullByDefault({DefaultLocation.PARAMETER, DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD})
package iothubtools.amqp.internal.devices;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
