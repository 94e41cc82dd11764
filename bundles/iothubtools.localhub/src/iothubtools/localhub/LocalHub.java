// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;

/**
 * An IoT Hub on this machine, spoken to over its real protocols. It serves from {@link #start} until {@link #close}, on
 * loopback unless its settings name another host, and keeps its state in a directory that outlives it.
 */
public final class LocalHub implements AutoCloseable {

    private LocalHub() {
    }

    /**
     * Starts a hub and returns when it accepts connections.
     *
     * @throws LocalHubException when it cannot: port in use, unknown host, data directory unusable or in use by another hub
     */
    public static LocalHub start(LocalHubSettings settings) throws LocalHubException {
        throw new LocalHubException("The local hub is not built yet.", null); //$NON-NLS-1$
    }

    /** The port it listens on. */
    public int port() {
        return 0;
    }

    /** The HostName of its connection strings, with the port: {@code 127.0.0.1:8443}. */
    public String hostName() {
        return ""; //$NON-NLS-1$
    }

    /** Where its REST API is: scheme, host and port. */
    public URI uri() {
        return URI.create("https://" + hostName()); //$NON-NLS-1$
    }

    /** The PEM file of the CA certificate that signed its server certificate; there also when it speaks plain HTTP. */
    public Path caCertificate() {
        return Path.of(""); //$NON-NLS-1$
    }

    /** The names of its shared access policies (contract §1.2). */
    public Set<String> policies() {
        return Set.of();
    }

    /** The connection string of the policy that may do everything, iothubowner. It contains a key. */
    public String serviceConnectionString() {
        return connectionString("iothubowner"); //$NON-NLS-1$
    }

    /**
     * The connection string of a policy. It contains a key.
     *
     * @throws IllegalArgumentException when there is no policy of that name
     */
    public String connectionString(String policy) {
        return policy;
    }

    /** The connection string of a device, or null when there is no such device or it has no symmetric key. It contains a key. */
    public @Nullable String deviceConnectionString(String deviceId) {
        return null;
    }

    /** The messages kept of a device, oldest first; empty when it sent none. */
    public List<ReceivedMessage> receivedMessages(String deviceId) {
        return List.of();
    }

    /** Stops serving, ends its connections and writes what is not written yet. A second call does nothing. */
    @Override
    public void close() {
        // nothing is open yet
    }
}
