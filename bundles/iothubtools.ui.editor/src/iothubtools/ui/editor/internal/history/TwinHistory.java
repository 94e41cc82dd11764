// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.history;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.ISchedulingRule;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.osgi.framework.FrameworkUtil;

import iothubtools.client.names.ClientId;
import iothubtools.client.twins.Twin;
import iothubtools.client.twins.text.TwinDocument;
import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;

/** The versions of the twin of a device or module, kept in this plug-in's part of the workspace. Files are read and written off the UI thread, in turn. */
public final class TwinHistory {

	/** Jobs of this family read or write it. */
	public static final Object FAMILY = TwinHistory.class;

	private static final VersionFiles FILES = new VersionFiles(
			Platform.getStateLocation(FrameworkUtil.getBundle(TwinHistory.class)).toFile().toPath().resolve("twins"));

	private final String connectionId;
	/** No id of a device has a slash, which stands before that of a module. */
	private final String client;

	/** Of a device or module of a connection. */
	public TwinHistory(String connectionId, ClientId client) {
		this.connectionId = connectionId;
		this.client = client.toString();
	}

	/** Keeps a twin that was read, some time later. */
	public void read(Twin twin) {
		keep(new TwinVersion(Instant.now(), twin.version(), false, TwinDocument.text(twin)));
	}

	/**
	 * The same of one that was saved from here.
	 *
	 * @param text as it was typed
	 */
	public void saved(Twin twin, String text) {
		keep(new TwinVersion(Instant.now(), twin.version(), true, text));
	}

	private void keep(TwinVersion version) {
		new Turn(() -> {
			try {
				FILES.keep(connectionId, client, version);
				Set<String> connections = IotHubCore.get().connections().all().stream().map(HubConnection::id).collect(Collectors.toSet());
				FILES.keepOnly(connections);
			} catch (IOException e) {
				// what is saved at the hub is saved all the same
				ILog.of(TwinHistory.class).warn("A version of a twin was not kept: " + e.getClass().getSimpleName(), null);
			}
		}).schedule();
	}

	/**
	 * Reads the versions.
	 *
	 * @param owner when it is disposed nothing is told
	 * @param then  hears of them on the UI thread, the newest first; of none where they cannot be read
	 */
	public void versions(Control owner, Consumer<List<TwinVersion>> then) {
		Display display = owner.getDisplay();
		new Turn(() -> {
			List<TwinVersion> versions;
			try {
				versions = FILES.versions(connectionId, client);
			} catch (IOException e) {
				versions = List.of();
			}
			List<TwinVersion> found = versions;
			if (!display.isDisposed()) {
				display.asyncExec(() -> {
					if (!owner.isDisposed()) {
						then.accept(found);
					}
				});
			}
		}).schedule();
	}

	/** One after another, in the order in which they were asked for. */
	private static final class Turn extends Job {

		private static final ISchedulingRule ONE = new ISchedulingRule() {
			@Override
			public boolean contains(@Nullable ISchedulingRule rule) {
				return rule == this;
			}

			@Override
			public boolean isConflicting(@Nullable ISchedulingRule rule) {
				return rule == this;
			}
		};

		private final Runnable work;

		Turn(Runnable work) {
			super("Versions of twins");
			this.work = work;
			setSystem(true);
			setRule(ONE);
		}

		@Override
		protected IStatus run(@Nullable IProgressMonitor monitor) {
			work.run();
			return Status.OK_STATUS;
		}

		@Override
		public boolean belongsTo(@Nullable Object family) {
			return family == FAMILY;
		}
	}
}
