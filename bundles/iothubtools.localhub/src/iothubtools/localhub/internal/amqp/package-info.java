// SPDX-License-Identifier: EPL-2.0
/**
 * AMQP 1.0, on a port of its own or over WebSocket (contract §§3.7, 7, 8.2). Proton-J's engine keeps the state of a connection and makes its
 * frames; Netty has the sockets and the threads. What belongs to a connection is touched on the thread of its channel alone.
 */
@NonNullByDefault({DefaultLocation.PARAMETER, DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD})
package iothubtools.localhub.internal.amqp;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
