// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.transport;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import org.apache.hc.client5.http.DnsResolver;
import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Remembers the addresses of host names for a while, so that a request can begin on any thread without that thread
 * looking a name up, which may take long.
 */
@NonNullByDefault({})
final class HostNames implements DnsResolver {

	private static final long LIFETIME = TimeUnit.MINUTES.toNanos(5);

	private record Known(InetAddress[] addresses, long since) {
	}

	private final Map<String, Known> names = new ConcurrentHashMap<>();

	/** Whether {@link #resolve} answers at once. */
	boolean isKnown(String name) {
		Known known = names.get(name);
		return known != null && System.nanoTime() - known.since() < LIFETIME;
	}

	/** Looks a name up. Where that fails, the addresses found last are good for another while. */
	void lookUp(String name) {
		try {
			names.put(name, new Known(InetAddress.getAllByName(name), System.nanoTime()));
		} catch (UnknownHostException e) {
			names.computeIfPresent(name, (key, old) -> new Known(old.addresses(), System.nanoTime()));
		}
	}

	/** No connection could be made to what is known. */
	void forget(String name) {
		names.remove(name);
	}

	@Override
	public InetAddress[] resolve(String name) throws UnknownHostException {
		Known known = names.get(name);
		return known == null ? InetAddress.getAllByName(name) : known.addresses();
	}

	@Override
	public String resolveCanonicalHostname(String name) throws UnknownHostException {
		return resolve(name)[0].getCanonicalHostName();
	}
}
