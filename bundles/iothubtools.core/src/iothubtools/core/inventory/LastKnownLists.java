// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.inventory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.core.hubs.HubConnection;
import iothubtools.core.transfer.WholeFile;

/**
 * The devices of hubs as they were listed last, in files, to be shown when a hub cannot be reached after the IDE was started again. There is
 * nothing in them but what the list shows: no key and no thumbprint. Safe to use from any thread.
 */
public final class LastKnownLists {

	private static final String SUFFIX = ".list";
	/** Who has the list read all the time need not have it written all the time. */
	private static final long PAUSE = Duration.ofMinutes(5).toNanos();

	private final Path folder;
	/** When a list was kept last, by the connection's id; also the lock of all files. */
	private final Map<String, Long> kept = new HashMap<>();

	/** @param folder made when it is needed */
	public LastKnownLists(Path folder) {
		this.folder = folder;
	}

	/** Keeps a list that was loaded just now, in a job, unless one was kept a while ago. */
	void keep(HubContents loaded) {
		HubConnection connection = loaded.connection();
		synchronized (kept) {
			Long before = kept.get(connection.id());
			if (before != null && System.nanoTime() - before < PAUSE) {
				return;
			}
			kept.put(connection.id(), System.nanoTime());
		}
		Job.createSystem("Keep the list of devices", (ICoreRunnable) monitor -> write(loaded)).schedule();
	}

	private void write(HubContents loaded) {
		Path file = file(loaded.connection());
		synchronized (kept) {
			if (!kept.containsKey(loaded.connection().id())) {
				return;
			}
			try (WholeFile whole = WholeFile.beginOwnerOnly(file)) {
				ListFile.write(whole.part(), loaded);
				whole.replace();
			} catch (IOException e) {
				ILog.of(LastKnownLists.class).warn("The list of devices cannot be kept in " + file.getFileName(), e);
			}
		}
	}

	/** What was listed last of the hub that the connection leads to, as contents that are out of date; null if nothing is kept. */
	@Nullable
	HubContents find(HubConnection connection) {
		Path file = file(connection);
		synchronized (kept) {
			try {
				return ListFile.read(file, connection);
			} catch (NoSuchFileException e) {
				return null;
			} catch (IOException e) {
				ILog.of(LastKnownLists.class).warn("The list of devices in " + file.getFileName() + " cannot be read", e);
				return null;
			}
		}
	}

	/** Deletes what is kept. */
	void forget(HubConnection connection) {
		Job.createSystem("Forget the list of devices", (ICoreRunnable) monitor -> {
			synchronized (kept) {
				kept.remove(connection.id());
				try {
					Files.deleteIfExists(file(connection));
				} catch (IOException e) {
					ILog.of(LastKnownLists.class).warn("The list of devices cannot be deleted", e);
				}
			}
		}).schedule();
	}

	private Path file(HubConnection connection) {
		return folder.resolve(connection.id().replaceAll("[^A-Za-z0-9-]", "_") + SUFFIX);
	}
}
