// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.inspect;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.calls.Cancellation;
import iothubtools.client.calls.HttpProxy;

/**
 * Tries the way to a hub step by step, over connections of its own, and tells each step as it ends. After one that fails the rest is
 * skipped, as it could only fail for the same reason. Nothing on the hub is changed.
 */
public final class ConnectionCheck {

	private static final String NOT_TRIED = "Not tried.";

	private final InspectedText text;
	private final CheckTarget target;
	private final Consumer<StepOutcome> listener;
	private final Cancellation cancellation;

	private ConnectionCheck(InspectedText text, CheckTarget target, Consumer<StepOutcome> listener, Cancellation cancellation) {
		this.text = text;
		this.target = target;
		this.listener = listener;
		this.cancellation = cancellation;
	}

	/**
	 * Runs all steps; not for a UI thread.
	 *
	 * @param listener hears of each step on this thread when it ended
	 * @return how far the hub's clock is ahead of this machine's; null if the hub was not asked or did not say
	 * @throws CancellationException soon after it is cancelled, at any step
	 */
	public static @Nullable Duration run(InspectedText text, CheckTarget target, Consumer<StepOutcome> listener,
			Cancellation cancellation) {
		return new ConnectionCheck(text, target, listener, cancellation).run();
	}

	private @Nullable Duration run() {
		try (CheckSocket socket = new CheckSocket(target.timeout(), cancellation)) {
			boolean secure = connect(socket) ? tell(TlsStep.run(socket.current(), target)) : skip(CheckStep.TLS);
			if (!secure) {
				skip(CheckStep.AUTHENTICATION);
				return null;
			}
		}
		AuthenticationStep step = new AuthenticationStep(text, target);
		tell(step.run(cancellation));
		return step.clockSkew();
	}

	private boolean connect(CheckSocket socket) {
		HttpProxy proxy = target.proxy().proxyFor(target.host());
		if (proxy == null) {
			tell(StepOutcome.skipped(CheckStep.PROXY, "No proxy is set for this host: the connection is direct."));
			InetAddress[] addresses = lookUp();
			return addresses == null ? skip(CheckStep.TCP) : tell(port(socket, addresses));
		}
		boolean through = tell(ProxyStep.run(socket, proxy, target.host()));
		tell(StepOutcome.skipped(CheckStep.DNS, through ? "The proxy looks up the name." : NOT_TRIED));
		tell(StepOutcome.skipped(CheckStep.TCP, through ? "The proxy makes the connection." : NOT_TRIED));
		return through;
	}

	private InetAddress @Nullable [] lookUp() {
		String name = target.host().name();
		CompletableFuture<InetAddress[]> lookUp = new CompletableFuture<>();
		// on a thread that may be left behind: a name service can take minutes, and nothing ends it
		Thread thread = new Thread(() -> {
			try {
				lookUp.complete(InetAddress.getAllByName(name));
			} catch (UnknownHostException e) {
				lookUp.completeExceptionally(e);
			}
		}, "iothubtools-check-dns");
		thread.setDaemon(true);
		thread.start();
		try (Cancellation.Registration end = cancellation.onCancel(() -> lookUp.cancel(true))) {
			InetAddress[] addresses = lookUp.get(target.timeout().toMillis(), TimeUnit.MILLISECONDS);
			tell(StepOutcome.passed(CheckStep.DNS,
					name + ": " + Arrays.stream(addresses).map(InetAddress::getHostAddress).collect(Collectors.joining(", "))));
			return addresses;
		} catch (ExecutionException e) {
			tell(StepOutcome.failed(CheckStep.DNS, "The name " + name + " is not known. Check its spelling, and the network."));
		} catch (TimeoutException e) {
			tell(StepOutcome.failed(CheckStep.DNS, "The name service did not answer in time. Check the network."));
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new CancellationException("Interrupted");
		}
		return null;
	}

	/** The first of the addresses that answers. */
	private StepOutcome port(CheckSocket socket, InetAddress[] addresses) {
		int port = target.host().port();
		for (InetAddress address : addresses) {
			try {
				socket.connect(new InetSocketAddress(address, port));
				return StepOutcome.passed(CheckStep.TCP, "Port " + port + " of " + address.getHostAddress() + " answers.");
			} catch (IOException e) {
				// the next may; a cancel is seen when this is told
				if (cancellation.isCancelled()) {
					break;
				}
			}
		}
		return StepOutcome.failed(CheckStep.TCP,
				"Port " + port + " does not answer. Is the hub running, and does the firewall let through to it?");
	}

	private boolean tell(StepOutcome outcome) {
		// what fails because of a cancel is no finding
		cancellation.check();
		listener.accept(outcome);
		return outcome.result() == StepOutcome.Result.PASSED;
	}

	private boolean skip(CheckStep step) {
		return tell(StepOutcome.skipped(step, NOT_TRIED));
	}
}
