// SPDX-License-Identifier: EPL-2.0
package iothubtools.install.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

/** What happens to a person who worked with an older build and checks for updates. One IDE, one workspace, step after step. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class UpdateTest {

	private static final String WORKSPACE = "work";
	/** URL of the older build; empty when there is none. */
	static final String OLDER_SITE = System.getProperty("older.site", "");
	private static final String NO_OLDER_SITE = """
			The update is not tested, because there is no older build to update from. Build one:
			  mvn verify -DskipTests -Dbuild.folder=target/older -DforceContextQualifier=200001010000 \\
			    -pl releng/iothubtools.repository -am
			move releng/iothubtools.repository/target/older/repository out of there, because the module's next build empties its target
			folder, and give it to the tests: -Dolder.site=file:<folder>""";

	private InstalledIde ide;
	private List<String> bare;
	private List<String> bareFiles;

	@BeforeAll
	void prepare() throws IOException {
		if (OLDER_SITE.isEmpty()) {
			System.out.println(NO_OLDER_SITE);
			abort(NO_OLDER_SITE);
		}
		ide = InstalledIde.fresh("update");
		bare = ide.bundles();
		bareFiles = ide.files();
	}

	@Test
	@Order(1)
	void somebodyHasTheOlderBuild() throws Exception {
		Path older = Path.of(URI.create(OLDER_SITE));
		ide.install(older).assertWell();
		assertEquals(offered(older), own());
		assertNotEquals(offered(older), offered(Checkout.SITE), "the older build is the one that is tested");
	}

	@Test
	@Order(2)
	void checkForUpdatesFindsTheNewerOneAndInstallsIt() throws Exception {
		ide.play("update", WORKSPACE, "iothubtools.demo.site=" + Checkout.SITE.toUri()).assertWell();
		assertEquals(offered(Checkout.SITE), own());
		assertTrue(ide.bundles().containsAll(bare), "the update took something away");
		Site site = new Site(Checkout.SITE);
		assertEquals(List.of(), ide.bundles().stream().filter(bundle -> !bare.contains(bundle)).filter(bundle -> {
			String[] part = bundle.split(" ");
			return !site.values("//unit[@id='" + part[0] + "']/@version").contains(part[1]);
		}).toList(), "left over from the older build");
	}

	@Test
	@Order(3)
	void connectionsKeysDevicesAndTheViewAreStillThere() throws Exception {
		ide.play("updated", WORKSPACE).assertWell();
	}

	@Test
	@Order(4)
	void takenOutAgainNeitherBuildLeavesAnything() throws Exception {
		ide.uninstall().assertWell();
		assertEquals(bare, ide.bundles());
		assertEquals(bareFiles, ide.files());
	}

	/** Our bundles in the IDE. */
	private List<String> own() throws IOException {
		return ide.bundles().stream().filter(bundle -> bundle.startsWith("iothubtools.")).toList();
	}

	/** Our bundles in a site. */
	private static List<String> offered(Path site) throws IOException {
		Site offers = new Site(site);
		return Checkout.bundles().map(Bundle::name).map(name -> name + " " + offers.value("//unit[@id='" + name + "']/@version"))
				.toList();
	}
}
