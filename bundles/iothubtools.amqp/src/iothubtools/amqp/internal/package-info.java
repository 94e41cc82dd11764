// SPDX-License-Identifier: EPL-2.0
/** One connection, its links, and the thread that serves it. Whatever is of Proton is touched by that thread only. */
@NonNullByDefault({DefaultLocation.PARAMETER, DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD})
package iothubtools.amqp.internal;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
