// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

import org.eclipse.jdt.annotation.Nullable;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.JdkSslContext;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SupportedCipherSuiteFilter;

import iothubtools.localhub.internal.entra.Issuer;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.eventhub.EventHub;
import iothubtools.localhub.internal.kernel.HubNames;
import iothubtools.localhub.internal.kernel.IdentityListener;
import iothubtools.localhub.internal.modules.EdgeModules;
import iothubtools.localhub.internal.samples.SampleDevices;
import iothubtools.localhub.internal.store.DamagedStoreException;
import iothubtools.localhub.internal.store.HubStore;
import iothubtools.localhub.internal.tls.AnyClientCertificate;
import iothubtools.localhub.internal.tls.Certificates;
import iothubtools.localhub.internal.tls.CipherSuites;
import iothubtools.localhub.internal.tls.DeviceAuthorities;
import iothubtools.localhub.internal.tls.FileTrouble;
import iothubtools.localhub.internal.tls.Identity;
import iothubtools.localhub.internal.tls.OwnerOnly;
import iothubtools.localhub.settings.LocalHubException;
import iothubtools.localhub.settings.LocalHubSettings;

/**
 * The parts of a hub, put together and started.
 *
 * @param address      what it is called
 * @param authority    the file of its CA certificate
 * @param store        what it keeps
 * @param services     what its protocols share
 * @param ports        where it listens
 * @param issuer       what stands for Entra ID; null when no tokens of it are taken
 */
public record RunningHub(HubAddress address, Path authority, HubStore store, HubServices services, HubPorts ports,
		@Nullable Issuer issuer)
		implements AutoCloseable {

	/**
	 * Starts a hub.
	 *
	 * @param onFailure called, on the thread that writes, when its store failed: it cannot write any more then
	 * @throws LocalHubException when it cannot start; nothing is left open then
	 */
	static RunningHub start(LocalHubSettings settings, Consumer<Throwable> onFailure) throws LocalHubException {
		Deque<Runnable> opened = new ArrayDeque<>();
		try {
			return start(settings, onFailure, opened);
		} catch (IOException e) {
			opened.forEach(Runnable::run);
			throw new LocalHubException(noCertificates(settings) + FileTrouble.of(e), e);
		} catch (GeneralSecurityException e) {
			opened.forEach(Runnable::run);
			throw new LocalHubException(noCertificates(settings) + e.getMessage(), e);
		} catch (CompletionException e) {
			opened.forEach(Runnable::run);
			if (e.getCause() instanceof HubError error) {
				throw new LocalHubException(String.valueOf(error.getMessage()), e);
			}
			throw e;
		} catch (LocalHubException | RuntimeException e) {
			opened.forEach(Runnable::run);
			throw e;
		}
	}

	private static String noCertificates(LocalHubSettings settings) {
		return "The certificates in " + settings.dataDirectory() + " cannot be made or read: ";
	}

	/** @param opened what has to be closed when the rest cannot start, the last first */
	private static RunningHub start(LocalHubSettings settings, Consumer<Throwable> onFailure, Deque<Runnable> opened)
			throws LocalHubException, IOException, GeneralSecurityException {
		HubAddress address = HubAddress.of(settings.host());
		Path directory = settings.dataDirectory();
		HubStore store = openStore(directory, settings, onFailure);
		opened.push(store::close);
		EventHub events = openEvents(directory, store, settings);
		opened.addLast(events::close); // after the store, which writes them
		HubServices services = HubServices.of(store, events, HubNames.hubName(address.host()), settings);
		opened.push(services::close);
		Certificates certificates = new Certificates(directory, settings.clock());
		Identity authority = certificates.authority(address.names().all());
		DeviceAuthorities authorities = new DeviceAuthorities(authority.certificate(), settings.deviceAuthorities(),
				settings.clock());
		SslContext tls = tls(certificates, authority, address);
		samples(store, settings.clock()).make(settings.sampleDevices());
		services.queries().prepare();
		Issuer issuer = settings.entra() ? new Issuer(address.names().audience(), store.policyKeys(), settings.clock()) : null;
		HubPorts ports = HubPorts.open(settings, address, tls, authorities, store, services, issuer);
		opened.push(ports::close);
		services.automation().resume();
		return new RunningHub(address, certificates.authorityFile(), store, services, ports, issuer);
	}

	private static EventHub openEvents(Path directory, HubStore store, LocalHubSettings settings) throws LocalHubException {
		Path folder = directory.resolve("events");
		try {
			OwnerOnly.createDirectories(folder);
			CompletionStage<EventHub> opened = store.writer().write(() -> {
				try {
					return new EventHub(folder, settings.events(), store.positions(), settings.clock(), settings.sync());
				} catch (IOException e) {
					throw new UncheckedIOException(e);
				}
			});
			return opened.toCompletableFuture().join();
		} catch (IOException e) {
			throw noEvents(folder, e);
		} catch (CompletionException e) {
			if (e.getCause() instanceof UncheckedIOException failure && failure.getCause() != null) {
				throw noEvents(folder, failure.getCause());
			}
			throw e;
		}
	}

	private static LocalHubException noEvents(Path folder, IOException failure) {
		return new LocalHubException("The messages in " + folder + " cannot be opened: " + FileTrouble.of(failure)
				+ ". Make the folder writable for this user, or choose another data directory.", failure);
	}

	private static SampleDevices samples(HubStore store, Clock clock) {
		return new SampleDevices(store.devices(), store.twins(), new EdgeModules(store.modules(), IdentityListener.NONE), store.writer(), clock);
	}

	private static HubStore openStore(Path directory, LocalHubSettings settings, Consumer<Throwable> onFailure) throws LocalHubException {
		Path file = directory.resolve("hub.mv.db");
		try {
			OwnerOnly.createDirectories(directory);
			if (!Files.isWritable(directory) || Files.exists(file) && !Files.isWritable(file)) {
				throw new LocalHubException("The data directory " + directory
						+ " is read-only: make it and its files writable for this user, or choose another.", null);
			}
			return new HubStore(file, settings.sync(), onFailure);
		} catch (DamagedStoreException e) {
			throw new LocalHubException(String.valueOf(e.getMessage()), e);
		} catch (IOException e) {
			throw new LocalHubException("The data directory " + directory + " cannot be used: " + FileTrouble.of(e) + ". Choose another.", e);
		} catch (MVStoreException e) {
			throw new LocalHubException(e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED
					? "The data directory " + directory + " is in use by another local hub."
					: "The data in " + file + " cannot be opened: " + e.getMessage()
							+ " Put a whole copy back, or move the directory away to begin anew.", e);
		}
	}

	/** Sessions that clients may resume; each has the certificates that the client sent, whoever it was. */
	private static final int TLS_SESSIONS = 500;

	private static SslContext tls(Certificates certificates, Identity authority, HubAddress address)
			throws IOException, GeneralSecurityException {
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(new KeyManager[] { certificates.server(authority, address.names().all()) },
				new TrustManager[] { new AnyClientCertificate() }, null);
		context.getServerSessionContext().setSessionCacheSize(TLS_SESSIONS);
		// not SslContextBuilder: it makes and opens an encrypted key store to try something out, a fifth of the hub's start
		return new JdkSslContext(context, false, CipherSuites.ALL, SupportedCipherSuiteFilter.INSTANCE, null, ClientAuth.OPTIONAL,
				new String[] { "TLSv1.3", "TLSv1.2" }, false);
	}

	/** The port of HTTP or HTTPS. */
	public int httpPort() {
		return ports.http().number();
	}

	/** The port of MQTT, {@link LocalHubSettings#NO_MQTT} when there is none. */
	public int mqttPort() {
		return ports.mqttPort();
	}

	/** The port of AMQP, {@link LocalHubSettings#NO_AMQP} when there is none. */
	public int amqpPort() {
		return ports.amqpPort();
	}

	@Override
	public void close() {
		ports.close();
		services.close();
		store.close();
		services.events().close();
	}
}
