// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.transfer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

import iothubtools.core.operations.CancellableJob;
import iothubtools.core.status.FileReason;
import iothubtools.core.transfer.FilePreview;

/** Reads a file of devices to its end. */
final class PreviewJob extends CancellableJob {

	private final Path file;
	private volatile @Nullable FilePreview preview;
	private volatile IStatus failure = Status.CANCEL_STATUS;

	PreviewJob(Path file) {
		super(NLS.bind(Messages.Preview_reading, file.getFileName()));
		this.file = file;
	}

	/** What is in it; null if it could not be read, or not to its end. */
	@Nullable
	FilePreview preview() {
		return preview;
	}

	/** Why not. */
	IStatus failure() {
		return failure;
	}

	@Override
	protected IStatus run(@Nullable IProgressMonitor monitor) {
		try {
			preview = FilePreview.of(file, cancellation());
		} catch (CancellationException e) {
			return Status.CANCEL_STATUS;
		} catch (IOException e) {
			failure = Status.error(NLS.bind(Messages.Preview_failed, file, FileReason.of(e)), e);
		}
		// told in place
		return Status.OK_STATUS;
	}
}
