// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.remedies;

import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.operation.IRunnableContext;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;

/**
 * Where a failure is told, and what can be done from there.
 *
 * @param shell    of the part or dialog, asked for on the UI thread; null when there is none any more
 * @param dialog   shows what a remedy is doing; null for a part, where a job does it
 * @param again    does once more what failed; null where that is not possible
 * @param failed   tells that a remedy failed
 * @param deviceId whom it was about; null where it is not known or more than one
 */
public record RemedyPlace(Supplier<@Nullable Shell> shell, @Nullable IRunnableContext dialog, @Nullable Runnable again, Consumer<IStatus> failed,
		@Nullable String deviceId) {

	/** A part of the workbench. */
	public static RemedyPlace part(Supplier<@Nullable Shell> shell, @Nullable Runnable again, Consumer<IStatus> failed) {
		return new RemedyPlace(shell, null, again, failed, null);
	}

	/** What a control of a part shows, as long as there is that control. */
	public static RemedyPlace part(Control control, @Nullable Runnable again, Consumer<IStatus> failed) {
		return part(() -> control.isDisposed() ? null : control.getShell(), again, failed);
	}

	/** A dialog that shows the progress of work. */
	public static RemedyPlace dialog(Supplier<@Nullable Shell> shell, IRunnableContext dialog, @Nullable Runnable again, Consumer<IStatus> failed) {
		return new RemedyPlace(shell, dialog, again, failed, null);
	}

	/** The same, about one device. */
	public RemedyPlace about(String device) {
		return new RemedyPlace(shell, dialog, again, failed, device);
	}
}
