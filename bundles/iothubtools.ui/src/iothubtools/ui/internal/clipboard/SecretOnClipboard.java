// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.clipboard;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchListener;
import org.eclipse.ui.PlatformUI;

/**
 * A secret that was put on the clipboard and is taken off again, if it is still there. Only its digest is kept. The widget that
 * put it there stays open meanwhile: SWT clears only what the same one has put. On the UI thread.
 */
final class SecretOnClipboard {

	private final Clipboard clipboard;
	private final byte[] digest;
	private final IWorkbench workbench = PlatformUI.getWorkbench();
	/** What a clipboard holds when the IDE ends outlives it on many desktops. */
	private final IWorkbenchListener end = new IWorkbenchListener() {
		@Override
		public boolean preShutdown(@Nullable IWorkbench ending, boolean forced) {
			return true;
		}

		@Override
		public void postShutdown(@Nullable IWorkbench ended) {
			clear();
		}
	};

	private SecretOnClipboard(String secret) {
		digest = digest(secret);
		clipboard = new Clipboard(Display.getCurrent());
		clipboard.setContents(new Object[] { secret }, new Transfer[] { TextTransfer.getInstance() });
		workbench.addWorkbenchListener(end);
	}

	/** Puts a secret there. */
	static SecretOnClipboard put(String secret) {
		return new SecretOnClipboard(secret);
	}

	/** Clears the clipboard after a time, unless it was cleared or something else was copied meanwhile. */
	void clearAfter(int seconds) {
		Display.getCurrent().timerExec(Math.multiplyExact(seconds, 1000), this::clear);
	}

	/** Clears the clipboard if the secret is still there; this is of no use afterwards. */
	void clear() {
		if (clipboard.isDisposed()) {
			return;
		}
		if (clipboard.getContents(TextTransfer.getInstance()) instanceof String text
				&& MessageDigest.isEqual(digest, digest(text))) {
			clipboard.clearContents();
		}
		forget();
	}

	/** Something else comes onto the clipboard. */
	void forget() {
		if (!clipboard.isDisposed()) {
			workbench.removeWorkbenchListener(end);
			clipboard.dispose();
		}
	}

	private static byte[] digest(String text) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("Every Java platform has SHA-256", e);
		}
	}
}
