// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.http;

import io.netty.handler.codec.http.FullHttpResponse;

import iothubtools.localhub.internal.exchange.Delivery;

/**
 * A reply in Netty's terms.
 *
 * @param message   head and body
 * @param delivery  how it reaches the client
 */
record Response(FullHttpResponse message, Delivery delivery) {
}
