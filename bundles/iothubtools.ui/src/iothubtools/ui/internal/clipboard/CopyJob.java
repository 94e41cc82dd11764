// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.clipboard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.MultiStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

import iothubtools.client.auth.ConnectionString;
import iothubtools.client.auth.KeySlot;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.ModuleIdentity;
import iothubtools.core.IotHubCore;
import iothubtools.core.connections.MissingKeyException;
import iothubtools.core.connections.SecretStoreException;
import iothubtools.core.credentials.OwnCredential;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.CancellableJob;
import iothubtools.core.operations.DevicesRead;
import iothubtools.core.operations.GetModuleOperation;
import iothubtools.core.operations.HubJob;
import iothubtools.core.operations.ReadDevicesOperation;
import iothubtools.core.status.HubStatus;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.model.DeviceNode;
import iothubtools.ui.internal.model.HubElement;
import iothubtools.ui.internal.remedies.FailureDialog;
import iothubtools.ui.internal.tasks.TaskReport;
import iothubtools.ui.internal.text.LabelText;
import iothubtools.ui.internal.text.Numbers;

/**
 * Reads the keys of devices from their hubs, or of hubs from Secure Storage, and puts what was asked for on the clipboard, one line each. What
 * could not be read is told; the rest is copied.
 */
public final class CopyJob extends CancellableJob {

	private static final int NAMED = 10;

	private final List<? extends HubElement> elements;
	private final @Nullable String moduleId;
	private final KeySlot slot;
	private final CopyForm form;
	private final Shell shell;
	private final Display display;
	private final Consumer<String> said;
	private final List<String> lines = new ArrayList<>();
	/** Why there is nothing to copy of some, which is no failure. */
	private final List<String> without = new ArrayList<>();
	private final List<IStatus> failures = new ArrayList<>();
	private String what = "";

	/**
	 * @param elements devices alone, or hubs that are opened with a key
	 * @param slot     which key of devices; of hubs only one is known
	 * @param shell    where to say what there is nothing to copy of
	 * @param said     hears on the UI thread what is on the clipboard now
	 */
	public CopyJob(List<? extends HubElement> elements, KeySlot slot, CopyForm form, Shell shell, Consumer<String> said) {
		this(elements, null, slot, form, shell, said);
	}

	/**
	 * The same for a module.
	 *
	 * @param moduleId of the one device; null for the device itself
	 */
	public CopyJob(List<? extends HubElement> elements, @Nullable String moduleId, KeySlot slot, CopyForm form, Shell shell,
			Consumer<String> said) {
		super(Messages.Job);
		this.elements = List.copyOf(elements);
		this.moduleId = moduleId;
		this.slot = slot;
		this.form = form;
		this.shell = shell;
		display = shell.getDisplay();
		this.said = said;
		setUser(true);
	}

	@Override
	public boolean belongsTo(@Nullable Object family) {
		return family == HubJob.FAMILY;
	}

	@Override
	protected IStatus run(@Nullable IProgressMonitor monitor) {
		SubMonitor progress = SubMonitor.convert(monitor, elements.size());
		for (Map.Entry<HubConnection, List<String>> hub : devicesByHub().entrySet()) {
			try {
				devices(hub.getKey(), hub.getValue(), progress.split(hub.getValue().size()));
			} catch (CoreException e) {
				if (e.getStatus().matches(IStatus.CANCEL)) {
					return e.getStatus();
				}
				failures.add(e.getStatus());
			}
		}
		for (HubElement element : elements) {
			if (!(element instanceof DeviceNode)) {
				hub(element.connection());
				progress.split(1);
			}
		}
		tell();
		return Status.OK_STATUS;
	}

	private Map<HubConnection, List<String>> devicesByHub() {
		return elements.stream().filter(DeviceNode.class::isInstance).collect(Collectors.groupingBy(HubElement::connection,
				LinkedHashMap::new, Collectors.mapping(HubElement::name, Collectors.toList())));
	}

	private void devices(HubConnection hub, List<String> ids, SubMonitor progress) throws CoreException {
		String module = moduleId;
		if (module != null) {
			module(hub, ids.get(0), module, progress);
			return;
		}
		DevicesRead read = IotHubCore.get().operations().run(new ReadDevicesOperation(hub, ids), progress, cancellation());
		for (DeviceIdentity device : read.devices()) {
			add(device.deviceId(), OwnCredential.of(hub, device, slot));
		}
		if (!read.outcome().failures().isEmpty()) {
			failures.add(new TaskReport(hub, read.outcome()).status(Messages.Failed_one, Messages.Failed_many));
		}
	}

	private void module(HubConnection hub, String deviceId, String id, SubMonitor progress) throws CoreException {
		ModuleIdentity module = IotHubCore.get().operations().run(new GetModuleOperation(hub, deviceId, id), progress, cancellation());
		add(NLS.bind(Messages.Module, id, deviceId), OwnCredential.of(hub, module, slot));
	}

	private void hub(HubConnection hub) {
		try {
			add(hub.name(), IotHubCore.get().connections().connectionString(hub));
		} catch (SecretStoreException | MissingKeyException e) {
			failures.add(HubStatus.of(e, hub));
		}
	}

	private void add(String name, OwnCredential own) {
		ConnectionString connection = own.connectionString();
		if (connection == null) {
			none(name, own.problem());
		} else {
			add(name, connection);
		}
	}

	private void add(String name, ConnectionString connection) {
		String line = form.line(connection);
		if (line == null) {
			none(name, Messages.No_key);
		} else {
			lines.add(line);
			what = name;
		}
	}

	private void none(String name, String reason) {
		without.add(NLS.bind(Messages.None, name, reason));
	}

	private void tell() {
		if (!display.isDisposed()) {
			display.asyncExec(this::copy);
		}
		if (!failures.isEmpty()) {
			IStatus status = failures.size() == 1 ? failures.get(0) : new MultiStatus(UiIds.BUNDLE, 0,
					failures.toArray(IStatus[]::new), NLS.bind(Messages.Copied_of, Numbers.of(lines.size()), Numbers.of(elements.size())), null);
			FailureDialog.show(status, this);
		}
	}

	private void copy() {
		if (!lines.isEmpty()) {
			putAndSay();
		}
		if (!without.isEmpty() && !shell.isDisposed()) {
			String more = without.size() > NAMED ? NLS.bind(Messages.None_more, Numbers.of(without.size() - NAMED)) : "";
			MessageDialog.openInformation(shell, Messages.None_title,
					LabelText.of(without.stream().limit(NAMED).collect(Collectors.joining("\n")) + more));
		}
	}

	private void putAndSay() {
		Clipboards.copySecret(String.join(System.lineSeparator(), lines));
		String done = lines.size() == 1 ? NLS.bind(Messages.Copied_one, what) : NLS.bind(Messages.Copied_many, Numbers.of(lines.size()));
		said.accept(ClipboardPreferences.clears()
				? NLS.bind(Messages.Cleared_after, done, ClipboardPreferences.seconds())
				: done);
	}
}
