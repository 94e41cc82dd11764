// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.amqp;

import org.apache.qpid.proton.amqp.transport.Attach;
import org.apache.qpid.proton.engine.Transport;
import org.apache.qpid.proton.engine.impl.ProtocolTracer;
import org.apache.qpid.proton.engine.impl.TransportImpl;
import org.apache.qpid.proton.framing.TransportFrame;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Ends a connection whose other end numbers a link as no client does. The engine does not end with some of these numbers: its answer to them
 * reads what it is reading, again and again. So they must not come as far as that.
 */
final class HandleGuard implements ProtocolTracer {

	/** Links are numbered from 0 on in each session, and no session has thousands. */
	private static final long MOST = 8191;

	private HandleGuard() {
	}

	/** Looks at each frame that the engine reads, before that does anything about it. */
	static void watch(Transport transport) {
		((TransportImpl) transport).setProtocolTracer(new HandleGuard());
	}

	@Override
	public void receivedFrame(@Nullable TransportFrame frame) {
		if (frame != null && frame.getBody() instanceof Attach attach && attach.getHandle().longValue() > MOST) {
			throw new IllegalArgumentException("The handle of a link is beyond " + MOST);
		}
	}

	@Override
	public void sentFrame(@Nullable TransportFrame frame) {
		// what is sent is this end's own
	}
}
