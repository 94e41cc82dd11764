// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.credentials;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.certificates.CertificateFiles;
import iothubtools.ui.internal.forms.FileChoice;
import iothubtools.ui.internal.forms.Finding;
import iothubtools.ui.internal.forms.Findings;
import iothubtools.ui.internal.forms.Rule;

/** What a person enters about a certificate that is to be made. */
final class CertificateModel {

	private static final List<Rule<CertificateModel>> RULES = List.of(CertificateModel::fileFinding, CertificateModel::passwordFinding,
			CertificateModel::againFinding);

	private final String deviceId;
	private String file;
	private int days = 365;
	private String password = "";
	private String again = "";

	CertificateModel(String deviceId) {
		this.deviceId = deviceId;
		String name = deviceId.isBlank() ? "device" : deviceId.replaceAll("[^A-Za-z0-9._-]", "_");
		file = Path.of(System.getProperty("user.home", "")).resolve(name + ".pem").toString();
	}

	String deviceId() {
		return deviceId;
	}

	String file() {
		return file;
	}

	void setFile(String file) {
		this.file = file;
	}

	int days() {
		return days;
	}

	void setDays(int days) {
		this.days = days;
	}

	String password() {
		return password;
	}

	void setPassword(String password) {
		this.password = password;
	}

	void setAgain(String again) {
		this.again = again;
	}

	Findings findings() {
		return Findings.of(this, RULES);
	}

	/** Those that are to be written; null while the name is none. */
	@Nullable
	CertificateFiles files() {
		Path path = path();
		return path == null ? null : CertificateFiles.of(path);
	}

	private @Nullable Path path() {
		Path path = FileChoice.typed(file);
		return path == null || !path.isAbsolute() || path.getFileName() == null || Files.isDirectory(path) ? null : path;
	}

	private @Nullable Finding fileFinding() {
		if (file.isBlank()) {
			return Finding.missing(CredentialFields.FILE, Messages.File_missing);
		}
		Path path = path();
		if (path == null) {
			return Finding.error(CredentialFields.FILE, Messages.File_problem);
		}
		Path folder = path.getParent();
		return folder != null && Files.isDirectory(folder) ? null
				: Finding.error(CredentialFields.FILE, NLS.bind(Messages.Folder_missing, folder));
	}

	private @Nullable Finding passwordFinding() {
		if (password.isEmpty()) {
			return Finding.missing(CredentialFields.PASSWORD, Messages.Password_missing);
		}
		String problem = CertificateFiles.passwordProblem(password);
		return problem == null ? null : Finding.error(CredentialFields.PASSWORD, NLS.bind(Messages.Password_problem, problem));
	}

	private @Nullable Finding againFinding() {
		if (again.equals(password)) {
			return null;
		}
		return again.isEmpty() ? Finding.missing(CredentialFields.PASSWORD_AGAIN, Messages.Again_missing)
				: Finding.error(CredentialFields.PASSWORD_AGAIN, Messages.Again_differs);
	}
}
