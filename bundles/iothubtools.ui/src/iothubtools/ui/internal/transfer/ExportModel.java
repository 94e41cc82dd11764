// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.transfer;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.ExportDevicesOperation;
import iothubtools.core.transfer.ExportFormat;
import iothubtools.core.transfer.ExportPart;
import iothubtools.ui.internal.forms.FileChoice;
import iothubtools.ui.internal.forms.Findings;
import iothubtools.ui.internal.wizards.HubModel;

/** What the person entered for an export, as it was entered. */
public final class ExportModel extends HubModel {

	/** What was interrupted longer ago is gone on with only by who says so: devices have changed since. */
	private static final Duration FRESH = Duration.ofDays(1);

	private final Map<String, List<String>> selection;
	private boolean selectedOnly;
	private ExportFormat format = ExportFormat.CSV;
	private String folder = "";
	private String file = "";
	private boolean keys;
	private @Nullable Boolean goOn;
	private @Nullable ExportPart part;

	/** @param selection the ids of devices that are selected, by the ids of their hubs' connections */
	ExportModel(Map<String, List<String>> selection) {
		this.selection = Map.copyOf(selection);
		selectedOnly = !selection.isEmpty();
	}

	@Override
	public void setHub(@Nullable HubConnection connection) {
		boolean proposed = isProposed();
		super.setHub(connection);
		propose(proposed);
	}

	/** The selected devices of the hub. */
	List<String> selected() {
		HubConnection from = hub();
		return from == null ? List.of() : selection.getOrDefault(from.id(), List.of());
	}

	/** Whether only those are written; never if there are none. */
	boolean selectedOnly() {
		return selectedOnly && !selected().isEmpty();
	}

	void setSelectedOnly(boolean selectedOnly) {
		this.selectedOnly = selectedOnly;
	}

	ExportFormat format() {
		return format;
	}

	void setFormat(ExportFormat format) {
		boolean proposed = isProposed();
		String before = extension();
		this.format = format;
		propose(proposed);
		if (file.endsWith(before)) {
			file = file.substring(0, file.length() - before.length()) + extension();
		}
	}

	/** As in ".csv". */
	String extension() {
		return format == ExportFormat.CSV ? ".csv" : ".jsonl";
	}

	/** The folder of the last export, where the next one is proposed to be. */
	void setFolder(String folder) {
		this.folder = folder;
		propose(true);
	}

	private boolean isProposed() {
		return file.equals(proposal());
	}

	private void propose(boolean proposed) {
		if (proposed) {
			file = proposal();
		}
	}

	private String proposal() {
		HubConnection from = hub();
		String name = from == null ? "" : from.name().replaceAll("[^\\p{L}\\p{N}._-]+", "-") + "-";
		try {
			return Path.of(folder, name + "devices" + extension()).toString();
		} catch (InvalidPathException e) {
			return "";
		}
	}

	String file() {
		return file;
	}

	void setFile(String file) {
		this.file = file;
	}

	boolean keys() {
		return keys;
	}

	void setKeys(boolean keys) {
		this.keys = keys;
	}

	/** The file; null if there can be no such file. */
	@Nullable
	Path path() {
		return FileChoice.typed(file);
	}

	/**
	 * What an interrupted export of the same has left; null if there is nothing. Looks for it: whether it is to be gone on with is open again
	 * when it is another one.
	 */
	@Nullable
	ExportPart part() {
		ExportDevicesOperation operation = operation();
		ExportPart now = operation == null ? null : operation.part();
		ExportPart before = part;
		if (now == null || before == null || !now.file().equals(before.file())) {
			goOn = null;
		}
		part = now;
		return now;
	}

	/** Whether the one that was found last is gone on with. */
	boolean goesOn() {
		ExportPart found = part;
		Boolean chosen = goOn;
		return found != null && (chosen == null ? found.written().isAfter(Instant.now().minus(FRESH)) : chosen);
	}

	void setGoesOn(boolean chosen) {
		goOn = chosen;
	}

	Findings findings() {
		return Findings.of(this, ExportRules.ALL);
	}

	/** The request to the hub; null as long as something is missing. */
	@Nullable
	ExportDevicesOperation operation() {
		HubConnection from = hub();
		Path path = path();
		return from == null || path == null ? null
				: new ExportDevicesOperation(from, path, format, keys, selectedOnly() ? selected() : List.of(), !goesOn());
	}
}
