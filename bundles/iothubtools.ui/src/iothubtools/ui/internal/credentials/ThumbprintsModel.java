// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.credentials;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.devices.SelfSigned;
import iothubtools.client.devices.Thumbprints;
import iothubtools.ui.internal.forms.Finding;

/** The thumbprints by which the hub knows a device with certificates that it signed itself, as a person enters them, and what is wrong with them. */
public final class ThumbprintsModel {

	private final ThumbprintModel primary = new ThumbprintModel();
	private final ThumbprintModel secondary = new ThumbprintModel();
	private ThumbprintAlgorithm algorithm = ThumbprintAlgorithm.SHA_256;

	public ThumbprintModel primary() {
		return primary;
	}

	/** May be empty: one certificate is enough. */
	public ThumbprintModel secondary() {
		return secondary;
	}

	/** Which thumbprint is made of certificate files. */
	public ThumbprintAlgorithm algorithm() {
		return algorithm;
	}

	/** Thumbprints that are those of files become the other ones. */
	public void setAlgorithm(ThumbprintAlgorithm chosen) {
		algorithm = chosen;
		primary.use(chosen);
		secondary.use(chosen);
	}

	/** Forgets why files that were picked are of no use. */
	public void forgetProblems() {
		primary.forgetProblem();
		secondary.forgetProblem();
	}

	/** Forgets what was entered or picked, and why a file is of no use. */
	public void clear() {
		primary.clear();
		secondary.clear();
	}

	/**
	 * What the hub is to know of the device.
	 *
	 * @throws IllegalArgumentException while one of the findings is an error or something missing
	 */
	public SelfSigned authentication() {
		return SelfSigned.parse(primary.text(), secondary.text().isBlank() ? null : secondary.text());
	}

	/** What is to be said about the primary one, or null. */
	public @Nullable Finding primaryFinding() {
		return finding(CredentialFields.PRIMARY_THUMBPRINT, primary, Messages.Primary_thumbprint_missing, Messages.Primary_thumbprint_problem);
	}

	/** What is to be said about the secondary one, or null. */
	public @Nullable Finding secondaryFinding() {
		return finding(CredentialFields.SECONDARY_THUMBPRINT, secondary, null, Messages.Secondary_thumbprint_problem);
	}

	/** @param missing what to say of an empty field, null where it may be */
	private static @Nullable Finding finding(String field, ThumbprintModel thumbprint, @Nullable String missing, String template) {
		String problem = Thumbprints.problem(thumbprint.text());
		if (!thumbprint.text().isBlank() && problem != null) {
			return Finding.error(field, NLS.bind(template, problem));
		}
		if (!thumbprint.fileProblem().isEmpty()) {
			// what is in the field is still good, or need not be there
			return problem == null || missing == null ? Finding.warning(field, NLS.bind(template, thumbprint.fileProblem()))
					: Finding.error(field, NLS.bind(template, thumbprint.fileProblem()));
		}
		return problem == null || missing == null ? null : Finding.missing(field, missing);
	}
}
