// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.twin;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import org.eclipse.compare.CompareConfiguration;
import org.eclipse.compare.CompareEditorInput;
import org.eclipse.compare.CompareUI;
import org.eclipse.compare.IEditableContent;
import org.eclipse.compare.IEncodedStreamContentAccessor;
import org.eclipse.compare.ITypedElement;
import org.eclipse.compare.structuremergeviewer.DiffNode;
import org.eclipse.compare.structuremergeviewer.Differencer;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.Image;

import iothubtools.ui.internal.images.HubImages;

/** A twin that two changed, in Eclipse's compare: what it was, mine put together with theirs, which can be edited, and theirs. */
final class TwinConflict extends CompareEditorInput {

	private final Side base;
	private final Side mine;
	private final Side theirs;
	private boolean accepted;

	private TwinConflict(CompareConfiguration configuration, String base, String mine, String theirs) {
		super(configuration);
		this.base = new Side(Messages.Conflict_base, base);
		this.mine = new Side(Messages.Conflict_mine, mine);
		this.theirs = new Side(Messages.Conflict_theirs, theirs);
	}

	/**
	 * Asks what the twin is to be.
	 *
	 * @param conflicts how many values both changed in two ways
	 * @return the text that was chosen; null for none
	 */
	static @Nullable String ask(String name, String base, String mine, String theirs, int conflicts) {
		CompareConfiguration configuration = new CompareConfiguration();
		configuration.setLeftEditable(true);
		configuration.setRightEditable(false);
		configuration.setLeftLabel(Messages.Conflict_mine);
		configuration.setRightLabel(Messages.Conflict_theirs);
		configuration.setAncestorLabel(Messages.Conflict_base);
		TwinConflict input = new TwinConflict(configuration, base, mine, theirs);
		input.setTitle(conflicts == 0 ? NLS.bind(Messages.Conflict_title_none, name)
				: NLS.bind(conflicts == 1 ? Messages.Conflict_title_one : Messages.Conflict_title_many, name, conflicts));
		CompareUI.openCompareDialog(input);
		return input.accepted ? input.mine.text() : null;
	}

	@Override
	protected Object prepareInput(@Nullable IProgressMonitor monitor) {
		return new DiffNode(null, Differencer.CONFLICTING | Differencer.CHANGE, base, mine, theirs);
	}

	/** Mine was not saved yet: it can be, also without an edit here. */
	@Override
	public boolean isDirty() {
		return true;
	}

	@Override
	public String getOKButtonLabel() {
		return Messages.Conflict_save;
	}

	@Override
	public boolean okPressed() {
		accepted = super.okPressed();
		return accepted;
	}

	/** One of the three texts. */
	private static final class Side implements ITypedElement, IEncodedStreamContentAccessor, IEditableContent {

		private final String name;
		private String text;

		Side(String name, String text) {
			this.name = name;
			this.text = text;
		}

		String text() {
			return text;
		}

		@Override
		public String getName() {
			return name;
		}

		@Override
		public Image getImage() {
			return HubImages.DEVICE.image();
		}

		@Override
		public String getType() {
			return TEXT_TYPE;
		}

		@Override
		public InputStream getContents() throws CoreException {
			return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
		}

		@Override
		public String getCharset() throws CoreException {
			return StandardCharsets.UTF_8.name();
		}

		@Override
		public boolean isEditable() {
			return true;
		}

		@Override
		@NonNullByDefault({})
		public void setContent(byte[] content) {
			text = new String(content, StandardCharsets.UTF_8);
		}

		@Override
		@NonNullByDefault({})
		public ITypedElement replace(ITypedElement destination, ITypedElement source) {
			return destination;
		}
	}
}
