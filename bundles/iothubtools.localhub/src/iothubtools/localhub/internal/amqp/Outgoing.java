// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.amqp;

import java.util.LinkedHashSet;
import java.util.Set;

import org.apache.qpid.proton.engine.Sender;
import org.apache.qpid.proton.engine.Session;

import io.netty.channel.Channel;

/**
 * What a connection holds for a client that does not read it: the engine keeps all it is handed until the client's session has a window for
 * it, so it is handed little. Used on the channel's own thread.
 */
final class Outgoing {

	/** Handed to the engine and not sent at most, of a session and of all of them; one more message may come on top. */
	private static final int MOST_OF_SESSION = 512 * 1024;
	private static final int MOST = 4 * 1024 * 1024;
	private static final int FEW = MOST / MOST_OF_SESSION;

	/** Of what waits on links without credit. */
	private static final long MOST_KEPT = 16L * 1024 * 1024;

	private final Channel channel;
	private final Set<Session> sessions = new LinkedHashSet<>();
	private long kept;

	/** Of the connection on this channel. */
	Outgoing(Channel channel) {
		this.channel = channel;
	}

	void add(Session session) {
		sessions.add(session);
	}

	void remove(Session session) {
		sessions.remove(session);
	}

	/** Whether the engine may be handed one more message for a link. Who asks in vain and has more to send is {@code blocked}. */
	boolean hasRoom(Sender sender) {
		return channel.isWritable() && sender.getSession().getOutgoingBytes() < MOST_OF_SESSION && (sessions.size() <= FEW || ofAll() < MOST);
	}

	private long ofAll() {
		long bytes = 0;
		for (Session session : sessions) {
			bytes += session.getOutgoingBytes();
		}
		return bytes;
	}

	/** So many bytes more, or less, wait on a link. */
	void kept(int bytes) {
		kept += bytes;
	}

	/** Whether more waits than may. */
	boolean isTooMuch() {
		return kept > MOST_KEPT;
	}
}
