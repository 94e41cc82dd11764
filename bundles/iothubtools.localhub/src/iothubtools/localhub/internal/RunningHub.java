// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;

import iothubtools.localhub.LocalHubException;
import iothubtools.localhub.LocalHubSettings;
import iothubtools.localhub.internal.auth.Gate;
import iothubtools.localhub.internal.auth.PolicyTokens;
import iothubtools.localhub.internal.devices.DeviceTokens;
import iothubtools.localhub.internal.devices.SampleDevices;
import iothubtools.localhub.internal.http.HttpServer;
import iothubtools.localhub.internal.http.Replies;
import iothubtools.localhub.internal.modules.ModuleTokens;
import iothubtools.localhub.internal.operation.Dispatcher;
import iothubtools.localhub.internal.operation.ErrorReplies;
import iothubtools.localhub.internal.store.HubStore;
import iothubtools.localhub.internal.tls.Certificates;
import iothubtools.localhub.internal.tls.Identity;
import iothubtools.localhub.internal.tls.OwnerOnly;

/**
 * The parts of a hub, put together and started.
 *
 * @param address      where it listens
 * @param authority    the file of its CA certificate
 * @param store        what it keeps
 * @param services     what its protocols share
 * @param server       its port
 */
public record RunningHub(HubAddress address, Path authority, HubStore store, HubServices services, HttpServer server)
		implements AutoCloseable {

	/** @throws LocalHubException when it cannot start; nothing is left open then */
	public static RunningHub start(LocalHubSettings settings) throws LocalHubException {
		HubAddress address = HubAddress.of(settings.host());
		Path directory = settings.dataDirectory();
		Certificates certificates = new Certificates(directory, settings.clock());
		HubStore store = openStore(directory, settings);
		HubServices services = HubServices.of(store, settings.clock());
		try {
			SslContext tls = tls(certificates, address);
			new SampleDevices(store.devices(), store.writer(), settings.clock()).make(settings.sampleDevices());
			HttpServer server = listen(settings, address, settings.plainHttp() ? null : tls, store, services);
			return new RunningHub(address, certificates.authorityFile(), store, services, server);
		} catch (IOException | GeneralSecurityException e) {
			services.close();
			store.close();
			throw new LocalHubException("The certificates in " + directory + " cannot be made or read: " + e.getMessage(), e);
		} catch (LocalHubException | RuntimeException e) {
			services.close();
			store.close();
			throw e;
		}
	}

	private static HubStore openStore(Path directory, LocalHubSettings settings) throws LocalHubException {
		Path file = directory.resolve("hub.mv.db");
		try {
			OwnerOnly.createDirectories(directory);
			OwnerOnly.createFile(file);
			return new HubStore(file, settings.limits());
		} catch (IOException e) {
			throw new LocalHubException("The data directory " + directory + " cannot be used: " + e, e);
		} catch (MVStoreException e) {
			throw new LocalHubException(e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED
					? "The data directory " + directory + " is in use by another local hub."
					: "The data in " + file + " cannot be opened: " + e.getMessage(), e);
		}
	}

	private static SslContext tls(Certificates certificates, HubAddress address)
			throws IOException, GeneralSecurityException {
		Identity authority = certificates.authority();
		Identity server = certificates.server(authority, address.names().all());
		return SslContextBuilder.forServer(server.key(), server.certificate(), authority.certificate())
				.sslProvider(SslProvider.JDK).protocols("TLSv1.3", "TLSv1.2").build();
	}

	private static HttpServer listen(LocalHubSettings settings, HubAddress address, @Nullable SslContext tls,
			HubStore store, HubServices services) throws LocalHubException {
		ErrorReplies errors = new ErrorReplies(settings.clock());
		Gate gate = new Gate(List.of(new PolicyTokens(store.policyKeys(), address.names(), settings.clock()),
				new DeviceTokens(store.devices(), address.names(), settings.clock()),
				new ModuleTokens(store.devices(), store.modules(), address.names(), settings.clock())));
		Dispatcher dispatcher = new Dispatcher(Routes.of(store, services, settings), gate, errors);
		try {
			return new HttpServer(new InetSocketAddress(address.address(), settings.port()), tls,
					new Replies(dispatcher, errors, settings.clock()));
		} catch (IOException e) {
			String where = settings.host() + " port " + settings.port();
			throw new LocalHubException(e.getCause() instanceof BindException bind && isInUse(bind)
					? "Cannot listen on " + where + ": the port is in use, choose another."
					: "Cannot listen on " + where + ": " + e.getMessage(), e);
		}
	}

	private static boolean isInUse(BindException bind) {
		return String.valueOf(bind.getMessage()).contains("in use");
	}

	@Override
	public void close() {
		server.close();
		services.close();
		store.close();
	}
}
