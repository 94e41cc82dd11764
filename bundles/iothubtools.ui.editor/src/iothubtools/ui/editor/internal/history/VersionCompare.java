// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.history;

import org.eclipse.compare.CompareConfiguration;
import org.eclipse.compare.CompareUI;
import org.eclipse.compare.structuremergeviewer.DiffNode;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

import iothubtools.ui.editor.internal.json.ComparedText;
import iothubtools.ui.editor.internal.json.TextCompare;

/** The text of a twin beside one of its versions, both to be read only. */
final class VersionCompare extends TextCompare {

	private final ComparedText now;
	private final ComparedText then;

	private VersionCompare(CompareConfiguration configuration, ComparedText now, ComparedText then) {
		super(configuration);
		this.now = now;
		this.then = then;
	}

	/**
	 * Shows both.
	 *
	 * @param time of the version
	 */
	static void open(String deviceId, String text, TwinVersion version, String time) {
		CompareConfiguration configuration = new CompareConfiguration();
		configuration.setLeftEditable(false);
		configuration.setRightEditable(false);
		configuration.setLeftLabel(Messages.Compare_now);
		configuration.setRightLabel(NLS.bind(Messages.Compare_then, version.version(), time));
		VersionCompare input = new VersionCompare(configuration, new ComparedText(Messages.Compare_now, text),
				new ComparedText(configuration.getRightLabel(null), version.text()));
		input.setTitle(NLS.bind(Messages.Compare_title, deviceId));
		CompareUI.openCompareDialog(input);
	}

	@Override
	protected Object prepareInput(@Nullable IProgressMonitor monitor) {
		return new DiffNode(now, then);
	}
}
