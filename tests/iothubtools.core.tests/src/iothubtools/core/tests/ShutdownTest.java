// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

import iothubtools.core.IotHubCore;
import iothubtools.core.localhub.LocalHubState;
import iothubtools.core.operations.HubJob;

/** The IDE can be closed whatever is under way. */
class ShutdownTest {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final CountDownLatch waiting = new CountDownLatch(1);
	private final CountDownLatch answered = new CountDownLatch(1);

	/** Waits as a job does for a password dialog: nothing but the answer ends it. */
	private void waitForAnAnswer() {
		waiting.countDown();
		try {
			answered.await();
		} catch (InterruptedException e) {
			throw new AssertionError(e);
		}
	}

	@Test
	void aJobThatDoesNotListenIsNotWaitedForLong() throws Exception {
		Job deaf = new Job("deaf") {
			@Override
			protected IStatus run(@Nullable IProgressMonitor monitor) {
				waitForAnAnswer();
				return Status.OK_STATUS;
			}

			@Override
			public boolean belongsTo(@Nullable Object family) {
				return family == HubJob.FAMILY;
			}
		};
		assertSame(IotHubCore.get(), IotHubCore.get());
		deaf.schedule();
		assertTrue(waiting.await(10, TimeUnit.SECONDS));
		Bundle core = FrameworkUtil.getBundle(IotHubCore.class);
		try {
			assertTimeoutPreemptively(PATIENCE, () -> core.stop(Bundle.STOP_TRANSIENT));
			assertThrows(IllegalStateException.class, IotHubCore::get);
		} finally {
			answered.countDown();
			core.start(Bundle.START_TRANSIENT);
		}
		assertNotNull(IotHubCore.get().connections());
		deaf.join();
	}

	@Test
	void aLocalHubThatIsStartingIsNotWaitedFor(@TempDir Path folder) throws Exception {
		MemorySecrets secrets = new MemorySecrets();
		secrets.whileWriting(this::waitForAnAnswer);
		IEclipsePreferences node = InstanceScope.INSTANCE.getNode("iothubtools.core.tests." + UUID.randomUUID());
		IotHubCore core = new IotHubCore(node, secrets, host -> null, folder.resolve("hub"));
		AtomicReference<IStatus> outcome = new AtomicReference<>(Status.OK_STATUS);
		Thread start = new Thread(() -> {
			try {
				core.localHub().start(0);
			} catch (CoreException e) {
				outcome.set(e.getStatus());
			}
		});
		start.start();
		assertTrue(waiting.await(30, TimeUnit.SECONDS));
		assertTimeoutPreemptively(PATIENCE, core::close);
		answered.countDown();
		start.join(TimeUnit.SECONDS.toMillis(30));
		assertEquals(IStatus.CANCEL, outcome.get().getSeverity());
		assertEquals(LocalHubState.STOPPED, core.localHub().state());
		node.removeNode();
	}
}
