// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.transfer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

import iothubtools.ui.internal.forms.Finding;
import iothubtools.ui.internal.forms.Rule;

/** What an export needs, in the order of the fields. */
final class ExportRules {

	static final List<Rule<ExportModel>> ALL = List.of(ExportRules::hub, ExportRules::file, ExportRules::keys, ExportRules::overwrites);

	private ExportRules() {
	}

	private static @Nullable Finding hub(ExportModel model) {
		return model.hub() == null ? Finding.missing(ExportFields.HUB, Messages.Hub_missing) : null;
	}

	private static @Nullable Finding file(ExportModel model) {
		if (model.file().isBlank()) {
			return Finding.missing(ExportFields.FILE, Messages.Export_file_missing);
		}
		Path path = model.path();
		Path folder = path == null ? null : path.getParent();
		if (path == null || folder == null || !path.isAbsolute()) {
			return Finding.error(ExportFields.FILE, Messages.Export_file_notAbsolute);
		}
		if (!Files.isDirectory(folder)) {
			return Finding.error(ExportFields.FILE, NLS.bind(Messages.Export_folder_missing, folder));
		}
		if (Files.isDirectory(path)) {
			return Finding.error(ExportFields.FILE, NLS.bind(Messages.Export_file_folder, path));
		}
		return Files.isWritable(folder) && (!Files.exists(path) || Files.isRegularFile(path) && Files.isWritable(path)) ? null
				: Finding.error(ExportFields.FILE, NLS.bind(Messages.Export_file_notWritable, path));
	}

	private static @Nullable Finding keys(ExportModel model) {
		return model.keys() ? Finding.warning(ExportFields.KEYS, Messages.Export_keys_warning) : null;
	}

	private static @Nullable Finding overwrites(ExportModel model) {
		Path path = model.path();
		return path != null && Files.isRegularFile(path)
				? Finding.warning(ExportFields.FILE, NLS.bind(Messages.Export_file_exists, path.getFileName())) : null;
	}
}
