// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.http;

import java.time.Clock;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;

import iothubtools.localhub.internal.exchange.HubReply;

/** Turns the hub's reply into Netty's and adds the headers that every reply of the service has (contract §3.0). */
final class ReplyWriter {

	private final HttpDate date;

	ReplyWriter(Clock clock) {
		date = new HttpDate(clock);
	}

	Response write(HubReply reply, String requestId, boolean head) {
		byte[] body = head ? new byte[0] : reply.body();
		FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1,
				HttpResponseStatus.valueOf(reply.status()), Unpooled.wrappedBuffer(body));
		HttpHeaders headers = response.headers();
		reply.headers().forEach(headers::set);
		headers.set(HttpHeaderNames.CONTENT_LENGTH, body.length);
		headers.set("Vary", "Origin");
		headers.set("Server", "Microsoft-HTTPAPI/2.0");
		headers.set("x-ms-request-id", requestId);
		if (!headers.contains(HttpHeaderNames.DATE)) {
			headers.set(HttpHeaderNames.DATE, date.now());
		}
		return new Response(response, reply.delivery());
	}
}
