// SPDX-License-Identifier: EPL-2.0
package iothubtools.swtbot.tests.support;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.eclipse.equinox.security.storage.ISecurePreferences;
import org.eclipse.equinox.security.storage.SecurePreferencesFactory;
import org.eclipse.equinox.security.storage.StorageException;

/** What the platform keeps under lock for the tools, as its own Secure Storage page would show it. */
public final class SecureStorage {

	private static final String NODE = "iothubtools";

	private SecureStorage() {
	}

	/** All secrets of the tools, decrypted. */
	public static List<String> secrets() throws StorageException {
		List<String> secrets = new ArrayList<>();
		collect(SecurePreferencesFactory.getDefault().node(NODE), secrets);
		return secrets;
	}

	/** The names of the nodes that hold the tools' secrets. */
	public static List<String> nodes() {
		return Arrays.stream(SecurePreferencesFactory.getDefault().node(NODE).childrenNames()).sorted().toList();
	}

	private static void collect(ISecurePreferences node, List<String> secrets) throws StorageException {
		for (String key : node.keys()) {
			secrets.add(node.get(key, null));
		}
		for (String child : node.childrenNames()) {
			collect(node.node(child), secrets);
		}
	}
}
