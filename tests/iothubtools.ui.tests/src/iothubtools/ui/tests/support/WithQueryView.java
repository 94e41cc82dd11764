// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.support;

import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Tests of a query view that is open, for a hub of its own; no error may be logged meanwhile. */
public abstract class WithQueryView {

	@RegisterExtension
	final NoErrorsLogged log = new NoErrorsLogged();

	/** For what a test writes. */
	@TempDir
	protected Path folder;

	/** The hub that is asked. */
	protected HubFixture hub;

	/** The view. */
	protected QueryPart query;

	private final int devices;

	/** @param devices that the hub has */
	protected WithQueryView(int devices) {
		this.devices = devices;
	}

	@BeforeEach
	void open() throws Exception {
		hub = HubFixture.start(folder.resolve("hub"), "Plant", devices);
		query = QueryPart.open(hub.connection());
	}

	@AfterEach
	void close() throws Exception {
		query.close();
		HubView.awaitQuiet();
		hub.close();
	}
}
