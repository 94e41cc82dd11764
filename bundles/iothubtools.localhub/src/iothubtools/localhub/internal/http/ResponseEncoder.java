// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.http;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;

import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpResponseStatus;

/** Sends 204 with {@code Content-Length: 0}, as the service does; Netty would take that header away. */
@NonNullByDefault({DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD}) // Netty's methods say nothing of null
final class ResponseEncoder extends HttpResponseEncoder {

	@Override
	protected void sanitizeHeadersBeforeEncode(HttpResponse response, boolean isAlwaysEmpty) {
		if (!HttpResponseStatus.NO_CONTENT.equals(response.status())) {
			super.sanitizeHeadersBeforeEncode(response, isAlwaysEmpty);
		}
	}
}
