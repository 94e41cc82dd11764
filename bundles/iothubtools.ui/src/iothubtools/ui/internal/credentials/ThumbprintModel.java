// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.credentials;

import java.io.IOException;
import java.nio.file.Path;
import java.text.DateFormat;
import java.util.Date;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.devices.DeviceCertificate;
import iothubtools.client.errors.InvalidInputException;

/** One thumbprint as the person enters it, or as it is computed of a certificate file that was picked. */
public final class ThumbprintModel {

	private String text = "";
	private String file = "";
	private @Nullable DeviceCertificate certificate;
	private String fileProblem = "";

	/** What is in the field. */
	public String text() {
		return text;
	}

	/** Typing takes the place of a file. */
	public void setText(String text) {
		if (!text.equals(this.text)) {
			clear();
			this.text = text;
		}
	}

	/** Forgets what was typed or picked. */
	void clear() {
		text = "";
		certificate = null;
		fileProblem = "";
	}

	void forgetProblem() {
		fileProblem = "";
	}

	/** Takes the thumbprint of a certificate; a file that is none leaves the text as it is, and {@link #fileProblem} says why. */
	public void read(Path path, ThumbprintAlgorithm algorithm) {
		Path name = path.getFileName();
		file = name == null ? path.toString() : name.toString();
		try {
			DeviceCertificate read = DeviceCertificate.read(path);
			text = algorithm.of(read);
			certificate = read;
			fileProblem = "";
		} catch (InvalidInputException e) {
			fileProblem = NLS.bind(Messages.Certificate_problem, file, e.reason());
		} catch (IOException e) {
			fileProblem = NLS.bind(Messages.Certificate_unreadable, file);
		}
	}

	/** Makes the other thumbprint of the certificate, if the text is that of one. */
	void use(ThumbprintAlgorithm algorithm) {
		DeviceCertificate read = certificate;
		if (read != null) {
			text = algorithm.of(read);
		}
	}

	/** Why the last file that was picked is no certificate; empty when there is nothing to say. */
	public String fileProblem() {
		return fileProblem;
	}

	/** Whose certificate it is and how long; empty unless the text is of a file. */
	String origin() {
		DeviceCertificate read = certificate;
		return read == null ? "" : NLS.bind(Messages.Certificate_origin, new Object[] { file, read.subject(),
				DateFormat.getDateInstance(DateFormat.MEDIUM).format(Date.from(read.validUntil())) });
	}
}
