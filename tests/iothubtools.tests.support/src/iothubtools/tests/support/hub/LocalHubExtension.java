// SPDX-License-Identifier: EPL-2.0
package iothubtools.tests.support.hub;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.function.UnaryOperator;

import javax.net.ssl.SSLContext;

import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import iothubtools.localhub.LocalHub;
import iothubtools.localhub.settings.LocalHubSettings;

/**
 * A local hub that is there while tests run: in a static field with {@code @RegisterExtension} from before the first test of the class to
 * after the last, in a field of the object anew for each test. It listens on loopback and a free port, with TLS, and keeps its data in a
 * folder that goes with it, unless the settings say otherwise. A test that needs one more starts it in a folder of its own and closes it.
 */
public class LocalHubExtension implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, AutoCloseable {

	private final UnaryOperator<LocalHubSettings> change;
	private @Nullable TemporaryFolder folder;
	private @Nullable RestartableHub running;
	private boolean ofClass;

	/** A hub without devices. */
	public LocalHubExtension() {
		this(UnaryOperator.identity());
	}

	/** A hub with other settings; they are asked for when it starts. */
	public LocalHubExtension(UnaryOperator<LocalHubSettings> change) {
		this.change = change;
	}

	@Override
	public final void beforeAll(@Nullable ExtensionContext context) throws Exception {
		ofClass = true;
		startInFolderOfItsOwn();
	}

	@Override
	public final void beforeEach(@Nullable ExtensionContext context) throws Exception {
		if (!ofClass) {
			startInFolderOfItsOwn();
		}
	}

	@Override
	public final void afterEach(@Nullable ExtensionContext context) throws Exception {
		if (!ofClass) {
			end();
		}
	}

	@Override
	public final void afterAll(@Nullable ExtensionContext context) throws Exception {
		end();
	}

	private void startInFolderOfItsOwn() throws Exception {
		TemporaryFolder own = new TemporaryFolder();
		folder = own;
		startIn(own.path());
	}

	private void end() throws IOException {
		close();
		TemporaryFolder own = folder;
		if (own != null) {
			own.close();
		}
	}

	/** Starts it in a folder that the test cares for, without JUnit. */
	protected final void startIn(Path data) throws Exception {
		running = RestartableHub.start(change.apply(LocalHubSettings.in(data)));
		started();
	}

	/** Is called each time that it was started. */
	protected void started() throws Exception {
		// for those that need more than the hub
	}

	/** Is called once, before the hub is stopped for good. */
	protected void closing() throws Exception {
		// for those that have more than the hub
	}

	/** The hub that runs, or the one that was stopped last. */
	public final LocalHub hub() {
		return running().hub();
	}

	/** TLS that trusts its CA, and nobody else. */
	public final SSLContext tls() throws IOException, GeneralSecurityException {
		return new CertificateFile(hub().caCertificate()).trusted();
	}

	/** What it was started with last, and its port. */
	public final LocalHubSettings settings() {
		return running().settings();
	}

	/** Takes it down, as a crash or a closed laptop does. */
	public final void stop() {
		running().stop();
	}

	/** Starts it again where it was, with what it kept; stops it before if need be. */
	public final void restart() throws Exception {
		restart(UnaryOperator.identity());
	}

	/** The same with other settings, which it keeps. */
	public final void restart(UnaryOperator<LocalHubSettings> other) throws Exception {
		running().restart(other);
		started();
	}

	private RestartableHub running() {
		RestartableHub current = running;
		if (current == null) {
			throw new IllegalStateException("The hub was not started, or is closed. Is @RegisterExtension missing at its field?");
		}
		return current;
	}

	/** Stops it for good; a second time nothing is left to do. */
	@Override
	public final void close() {
		RestartableHub current = running;
		running = null;
		if (current != null) {
			try (current) {
				closing();
			} catch (Exception e) {
				throw new IllegalStateException("Not all that belongs to the hub of the test could be closed", e);
			}
		}
	}
}
