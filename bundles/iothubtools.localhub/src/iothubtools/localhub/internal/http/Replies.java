// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.http;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletionStage;

import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;

import iothubtools.localhub.internal.errors.ErrorCode;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.exchange.HubRequest;
import iothubtools.localhub.internal.operation.Admitted;
import iothubtools.localhub.internal.operation.Dispatcher;
import iothubtools.localhub.internal.operation.ErrorReplies;

/** Answers Netty's requests through the dispatcher. */
public final class Replies {

	private static final Logger LOG = System.getLogger("iothubtools.localhub");

	private final Dispatcher dispatcher;
	private final ErrorReplies errors;
	private final ReplyWriter writer;

	/** With what answers requests, what answers those that are none, and the time of the Date header. */
	public Replies(Dispatcher dispatcher, ErrorReplies errors, Clock clock) {
		this.dispatcher = dispatcher;
		this.errors = errors;
		this.writer = new ReplyWriter(clock);
	}

	/** Decides by the head of a request whether it may be; it is answered later, or here when it may not. */
	Exchange begin(HttpRequest http, List<X509Certificate> certificates) {
		String id = RequestIds.next();
		boolean keepAlive = HttpUtil.isKeepAlive(http);
		if (http.decoderResult().isFailure()) {
			return Exchange.refused(false, error(HubError.argumentInvalid("The request is not valid HTTP.")));
		}
		boolean head = http.method().equals(HttpMethod.HEAD);
		HubRequest request;
		try {
			request = RequestReader.read(id, http, certificates);
		} catch (HubError e) {
			return Exchange.refused(keepAlive, writer.write(errors.reply(e, id), id, head));
		}
		try {
			Admitted admitted = dispatcher.admit(request);
			return Exchange.admitted(keepAlive, request.presence(), body -> answer(admitted, request.withBody(body), head));
		} catch (RuntimeException e) {
			return Exchange.refused(keepAlive, writer.write(dispatcher.failed(e, request), id, head));
		}
	}

	private CompletionStage<Response> answer(Admitted admitted, HubRequest request, boolean head) {
		String id = request.id();
		return dispatcher.dispatch(admitted, request).thenApply(reply -> writer.write(reply, id, head)).exceptionally(failure -> {
			// such as a header that cannot be one: without a response the client would wait for ever
			LOG.log(Level.ERROR, "The local hub failed at a reply", failure);
			return writer.write(errors.reply(new HubError(ErrorCode.SERVER_ERROR, "InternalServerError"), id), id, head);
		});
	}

	/** The response to what is no whole request. */
	Response error(HubError error) {
		String id = RequestIds.next();
		return writer.write(errors.reply(error, id), id, false);
	}
}
