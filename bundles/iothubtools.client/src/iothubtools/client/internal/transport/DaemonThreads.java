// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.transport;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.jdt.annotation.Nullable;

/** Named threads that do not keep the process alive. */
public final class DaemonThreads implements ThreadFactory {

	private static final class ClientThread extends Thread {
		ClientThread(@Nullable Runnable task, String name) {
			super(task, name);
		}
	}

	private final String name;
	private final AtomicInteger count = new AtomicInteger();

	public DaemonThreads(String name) {
		this.name = name;
	}

	@Override
	public Thread newThread(@Nullable Runnable task) {
		Thread thread = new ClientThread(task, name + "-" + count.incrementAndGet());
		thread.setDaemon(true);
		return thread;
	}

	/** Whether the thread that asks is one of these; it must not wait for a reply that it has to bring itself. */
	public static boolean isCurrent() {
		return Thread.currentThread() instanceof ClientThread;
	}
}
