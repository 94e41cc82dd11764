// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.transfer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.ImportDevicesOperation;
import iothubtools.ui.internal.forms.FileChoice;
import iothubtools.ui.internal.forms.Finding;
import iothubtools.ui.internal.forms.Findings;
import iothubtools.ui.internal.forms.Rule;
import iothubtools.ui.internal.wizards.HubModel;

/** What the person entered for an import, as it was entered. */
final class ImportModel extends HubModel {

	private static final List<Rule<ImportModel>> RULES = List.of(ImportModel::checkFile, ImportModel::checkHub);

	private String file = "";

	String file() {
		return file;
	}

	void setFile(String file) {
		this.file = file;
	}

	/** The file; null if there can be no such file. */
	@Nullable
	Path path() {
		return FileChoice.typed(file);
	}

	Findings findings() {
		return Findings.of(this, RULES);
	}

	private @Nullable Finding checkHub() {
		return hub() == null ? Finding.missing(ImportFields.HUB, Messages.Hub_missing) : null;
	}

	private @Nullable Finding checkFile() {
		if (file.isBlank()) {
			return Finding.missing(ImportFields.FILE, Messages.Import_file_missing);
		}
		Path path = path();
		if (path == null || !Files.exists(path)) {
			return Finding.error(ImportFields.FILE, NLS.bind(Messages.Import_file_none, file.strip()));
		}
		return Files.isRegularFile(path) && Files.isReadable(path) ? null
				: Finding.error(ImportFields.FILE, NLS.bind(Messages.Import_file_unreadable, path));
	}

	/**
	 * The request to the hub; null as long as something is missing.
	 *
	 * @param dryRun whether it only tells what it would do
	 */
	@Nullable
	ImportDevicesOperation operation(boolean dryRun) {
		HubConnection to = hub();
		Path from = path();
		return to == null || from == null ? null : new ImportDevicesOperation(to, from, dryRun);
	}
}
