// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.credentials;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;

import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.forms.FileChoice;

/** Thumbprints that are taken from the certificate file that a person picks, or of a certificate that is made now. */
public final class ThumbprintFiles {

	private static final String PATTERNS = "*.pem;*.crt;*.cer;*.der";

	private final Composite form;
	private final ThumbprintsModel model;
	private final Supplier<String> owner;
	private final Runnable taken;

	/**
	 * @param form  where the fields of the thumbprints are
	 * @param owner whom a certificate is made for
	 * @param taken told when the model has others, or a file that was picked is no certificate
	 */
	public ThumbprintFiles(Composite form, ThumbprintsModel model, Supplier<String> owner, Runnable taken) {
		this.form = form;
		this.model = model;
		this.owner = owner;
		this.taken = taken;
	}

	/** Asks for a file, and takes the thumbprint of the certificate in it. */
	public void browse(ThumbprintModel thumbprint) {
		read(thumbprint, FileChoice.open(form.getShell(), Messages.Browse_title, PATTERNS));
	}

	/** Makes a certificate with the person, and takes its thumbprint. */
	public void make(ThumbprintModel thumbprint) {
		read(thumbprint, CertificateDialog.open(form.getShell(), owner.get()));
	}

	private void read(ThumbprintModel thumbprint, @Nullable Path file) {
		if (file != null) {
			thumbprint.read(file, model.algorithm());
			taken.run();
		}
	}

	/** Makes the field in which is chosen which thumbprint is taken. */
	public Combo algorithm() {
		Combo combo = WidgetIds.mark(new Combo(form, SWT.DROP_DOWN | SWT.READ_ONLY), CredentialFields.THUMBPRINT_ALGORITHM);
		combo.setItems(Arrays.stream(ThumbprintAlgorithm.values()).map(ThumbprintAlgorithm::label).toArray(String[]::new));
		combo.select(model.algorithm().ordinal());
		combo.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
			model.setAlgorithm(ThumbprintAlgorithm.values()[combo.getSelectionIndex()]);
			taken.run();
		}));
		return combo;
	}

	/** Which thumbprints there are, and what is read of a file; in a sentence. */
	public static String hint() {
		return Messages.Thumbprint_hint;
	}

	/** Whose certificates the thumbprints are of and how long, a line for each; empty where they are of none. */
	public String origins() {
		return lines(ThumbprintModel::origin);
	}

	/** Why files that were picked last are no certificates, a line for each; empty where there is nothing to say. */
	public String problems() {
		return lines(ThumbprintModel::fileProblem);
	}

	private String lines(Function<ThumbprintModel, String> what) {
		return Stream.of(model.primary(), model.secondary()).map(what).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
	}
}
