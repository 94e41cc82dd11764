// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.variables;

import java.time.Clock;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.auth.ConnectionString;
import iothubtools.client.auth.KeySlot;
import iothubtools.client.auth.SasToken;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.exchange.Masking;
import iothubtools.core.connections.HubConnections;
import iothubtools.core.connections.MissingKeyException;
import iothubtools.core.connections.SecretStoreException;
import iothubtools.core.credentials.OwnCredential;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.localhub.LocalHubService;
import iothubtools.core.localhub.LocalHubState;
import iothubtools.core.operations.GetDeviceOperation;
import iothubtools.core.operations.GetModuleOperation;
import iothubtools.core.operations.HubOperation;
import iothubtools.core.operations.HubOperations;
import iothubtools.core.status.HubStatus;
import iothubtools.core.status.HubStatusCode;

/**
 * What variables of launch configurations stand for, so that a configuration holds the name of a device and never its key. An argument is
 * {@code hub}, {@code hub/device} or {@code hub/device/module}; a hub is named as the view shows it or by its host, and an empty argument
 * is the default hub. Keys of policies are read from Secure Storage, those of devices and modules from the hub (contract §3.1, §3.2), each time
 * anew: nothing is kept.
 */
public final class HubVariables {

	private final HubConnections connections;
	private final HubOperations operations;
	private final LocalHubService localHub;
	private final Clock clock;

	/** @param clock this machine's, for the end of tokens */
	public HubVariables(HubConnections connections, HubOperations operations, LocalHubService localHub, Clock clock) {
		this.connections = connections;
		this.operations = operations;
		this.localHub = localHub;
		this.clock = clock;
	}

	/**
	 * Where the hub answers devices, with the port unless it is 443. Asks nobody, so that it may be called on any thread.
	 *
	 * @throws CoreException if there is no such hub connection
	 */
	public String host(@Nullable String argument) throws CoreException {
		return HubReference.parse(text(argument), connections).connection().host().forDevices().toString();
	}

	/**
	 * The connection string with the primary key. <b>Reveals the secret.</b> Never on the UI thread: it asks the hub or Secure Storage.
	 *
	 * @throws CoreException saying what is wrong with the argument, or with a status of {@link HubStatus}
	 */
	public String connectionString(@Nullable String argument, IProgressMonitor monitor, Cancellation cancellation) throws CoreException {
		return read(HubReference.parse(text(argument), connections), monitor, cancellation).format();
	}

	/**
	 * A token for the device, the module or all that the policy of the hub may, signed with the primary key. <b>It is a secret.</b> Never on
	 * the UI thread, as {@link #connectionString}.
	 *
	 * @param argument may end with {@code ;} and a lifetime, {@code 30m}, {@code 8h} or {@code 7d}; else it is an hour
	 */
	public String sasToken(@Nullable String argument, IProgressMonitor monitor, Cancellation cancellation) throws CoreException {
		TokenRequest request = TokenRequest.parse(text(argument));
		HubReference reference = HubReference.parse(request.reference(), connections);
		SasToken token = read(reference, monitor, cancellation).token(clock.instant().plus(request.life()));
		if (token == null) {
			throw NoValue.because(NLS.bind(Messages.No_key, reference.name()));
		}
		return token.value();
	}

	/**
	 * Whether an argument holds a key or token, as one was pasted into it by mistake: it is repeated nowhere, and never sent to a hub as the id of
	 * a device.
	 */
	public static boolean isSecret(String argument) {
		int begin = 0;
		do {
			// behind each slash, as a key may have some itself
			if (!Masking.mayBeKept(argument.substring(begin))) {
				return true;
			}
			begin = argument.indexOf(HubReference.SEPARATOR, begin) + 1;
		} while (begin > 0);
		return false;
	}

	private static String text(@Nullable String argument) throws CoreException {
		String text = argument == null ? "" : argument.strip();
		if (isSecret(text)) {
			throw NoValue.because(Messages.Secret);
		}
		return text;
	}

	private ConnectionString read(HubReference reference, IProgressMonitor monitor, Cancellation cancellation) throws CoreException {
		HubConnection hub = reference.connection();
		String device = reference.deviceId();
		if (device == null) {
			return ofPolicy(hub);
		}
		if (LocalHubService.isLocal(hub) && localHub.state() == LocalHubState.STOPPED) {
			throw NoValue.because(Messages.Local_hub_stopped);
		}
		String module = reference.moduleId();
		OwnCredential own = module == null
				? OwnCredential.of(hub, run(new GetDeviceOperation(hub, device), NLS.bind(Messages.Unknown_device, hub.name(), device), monitor,
						cancellation), KeySlot.PRIMARY)
				: OwnCredential.of(hub, run(new GetModuleOperation(hub, device, module),
						NLS.bind(Messages.Unknown_module, new Object[] { hub.name(), device, module }), monitor, cancellation), KeySlot.PRIMARY);
		ConnectionString string = own.connectionString();
		if (string == null) {
			throw NoValue.because(NLS.bind(Messages.No_credential, reference.name(), own.problem()));
		}
		return string;
	}

	private ConnectionString ofPolicy(HubConnection hub) throws CoreException {
		if (hub.isEntra()) {
			throw NoValue.because(NLS.bind(Messages.Sign_in, hub.name()));
		}
		try {
			return connections.connectionString(hub);
		} catch (SecretStoreException | MissingKeyException e) {
			throw new CoreException(HubStatus.of(e, hub));
		}
	}

	/** What the hub says of a thing that it does not know is not about what a person wrote, and a refusal may mean much but when keys are read. */
	private <T> T run(HubOperation<T> operation, String unknown, IProgressMonitor monitor, Cancellation cancellation) throws CoreException {
		try {
			return operations.run(operation, monitor, cancellation);
		} catch (CoreException e) {
			HubStatusCode code = HubStatus.code(e.getStatus());
			if (e.getStatus() instanceof HubStatus status && (code == HubStatusCode.NOT_FOUND || code == HubStatusCode.UNAUTHORIZED)) {
				throw new CoreException(status.saying(code == HubStatusCode.NOT_FOUND ? unknown
						: NLS.bind(Messages.Refused, operation.connection().name(), operation.connection().policyName())));
			}
			throw e;
		}
	}
}
