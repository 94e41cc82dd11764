// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.calls;

import java.util.concurrent.ScheduledExecutorService;

import iothubtools.client.calls.Timeouts;
import iothubtools.client.internal.replies.ReplyCheck;
import iothubtools.client.internal.transport.ConnectionFailures;
import iothubtools.client.internal.transport.HttpTransport;
import iothubtools.client.internal.transport.HubRequest;
import iothubtools.client.internal.transport.TransportSettings;

/** What the calls to one hub share. */
final class CallTools {

	final HttpTransport transport;
	final ScheduledExecutorService timer;
	final Timeouts timeouts;
	final Deadlines deadlines;
	final ExchangeReporter reporter;
	final RetryRules rules;
	final ReplyCheck check;
	final ConnectionFailures failures;

	private final CallGate gate = new CallGate(HttpTransport.MAX_CONNECTIONS);
	/** Requests that the hub may hold for minutes must not keep the others waiting. */
	private final CallGate patientGate = new CallGate(HttpTransport.MAX_PATIENT_CONNECTIONS);
	private volatile boolean closed;

	CallTools(TransportSettings settings, HttpTransport transport, ScheduledExecutorService timer) {
		this.transport = transport;
		this.timer = timer;
		timeouts = settings.timeouts();
		deadlines = new Deadlines(timer);
		reporter = new ExchangeReporter(settings);
		rules = new RetryRules(settings.retry());
		check = new ReplyCheck(settings.clock());
		failures = new ConnectionFailures(settings.host());
	}

	/** From now on nothing is sent: calls that wait for their turn must not begin because others are ended. */
	void close() {
		closed = true;
	}

	boolean isClosed() {
		return closed;
	}

	/** Where {@code request} waits for its turn. */
	CallGate gate(HubRequest request) {
		return request.patience() == null ? gate : patientGate;
	}
}
