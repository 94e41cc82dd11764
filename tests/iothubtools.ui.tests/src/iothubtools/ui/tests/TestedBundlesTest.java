// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.Platform;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Bundle;

/**
 * The bundles that these tests run are those that they are meant to test: where a built update site is given, that site's, byte for
 * byte, and otherwise this build's.
 */
class TestedBundlesTest {

	private static final String SITE = System.getProperty("tested.site", "");

	@ParameterizedTest
	@ValueSource(strings = { "iothubtools.client", "iothubtools.localhub", "iothubtools.amqp", "iothubtools.core", "iothubtools.ui" })
	void comeFromWhereTheyShould(String name) throws IOException {
		Bundle bundle = Platform.getBundle(name);
		Path running = FileLocator.getBundleFileLocation(bundle).orElseThrow().toPath();
		if (SITE.isEmpty()) {
			assertTrue(running.toString().contains(Path.of("bundles", name).toString()), running + " is not of this build");
		} else {
			Path jar = Path.of(URI.create(SITE + "/")).resolve("plugins").resolve(name + '_' + bundle.getVersion() + ".jar");
			assertEquals(-1, Files.mismatch(jar, running), running + " is not " + jar);
		}
	}
}
