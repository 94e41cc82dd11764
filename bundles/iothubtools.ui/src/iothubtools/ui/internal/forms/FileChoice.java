// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.forms;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;

/** Asks a person for a file to read or to write, with the dialog of the system, which no test can drive: there, somebody else answers. */
public final class FileChoice {

	/** Who chooses. */
	@FunctionalInterface
	public interface Chooser {

		/** @return the file, null for none */
		@Nullable
		Path choose(Shell shell, String title, String patterns);

		/** @return the file to write, null for none */
		default @Nullable Path save(Shell shell, String title, Path proposed) {
			return choose(shell, title, String.valueOf(proposed.getFileName()));
		}
	}

	private static final Chooser PERSON = new Chooser() {
		@Override
		public @Nullable Path choose(Shell shell, String title, String patterns) {
			return dialog(shell, title, patterns);
		}

		@Override
		public @Nullable Path save(Shell shell, String title, Path proposed) {
			return saveDialog(shell, title, proposed);
		}
	};

	private static Chooser chooser = PERSON;

	private FileChoice() {
	}

	/**
	 * Asks for a file to read.
	 *
	 * @param patterns of its name, as {@code *.pem;*.crt}; all files can be chosen, too
	 * @return null when the person cancels
	 */
	public static @Nullable Path open(Shell shell, String title, String patterns) {
		return chooser.choose(shell, title, patterns);
	}

	/**
	 * Asks for a file to write, which may be there: whoever writes it asks whether it may be overwritten.
	 *
	 * @return null when the person cancels
	 * @see #saveAnew
	 */
	public static @Nullable Path save(Shell shell, String title, Path proposed) {
		return chooser.save(shell, title, proposed);
	}

	/**
	 * Asks for a file to write, and whether it may be replaced if it is there.
	 *
	 * @return null when the person cancels, or wants to keep what is there
	 */
	public static @Nullable Path saveAnew(Shell shell, String title, String proposedName) {
		Path file = save(shell, title, Path.of(proposedName));
		// whoever writes it says that it is a folder
		boolean keep = file != null && Files.exists(file) && !Files.isDirectory(file)
				&& !Confirmation.given(shell, title, NLS.bind(Messages.Replace_question, file), Messages.Replace_button);
		return keep ? null : file;
	}

	/** The file of that name as it is typed; null if there can be no such file. */
	public static @Nullable Path typed(String name) {
		try {
			return name.isBlank() ? null : Path.of(name.strip());
		} catch (InvalidPathException e) {
			return null;
		}
	}

	/** Lets somebody answer instead of a person; on the UI thread. */
	public static void answerWith(Chooser other) {
		chooser = other;
	}

	/** Lets the person answer again. */
	public static void askThePerson() {
		chooser = PERSON;
	}

	private static @Nullable Path dialog(Shell shell, String title, String patterns) {
		FileDialog dialog = new FileDialog(shell, SWT.OPEN | SWT.SHEET);
		dialog.setText(title);
		dialog.setFilterExtensions(new String[] { patterns, "*" });
		String chosen = dialog.open();
		return chosen == null ? null : Path.of(chosen);
	}

	private static @Nullable Path saveDialog(Shell shell, String title, Path proposed) {
		FileDialog dialog = new FileDialog(shell, SWT.SAVE | SWT.SHEET);
		dialog.setText(title);
		Path folder = proposed.getParent();
		if (folder != null) {
			dialog.setFilterPath(folder.toString());
		}
		dialog.setFileName(String.valueOf(proposed.getFileName()));
		String chosen = dialog.open();
		return chosen == null ? null : Path.of(chosen);
	}
}
