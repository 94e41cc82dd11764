// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.replies;

import java.time.Clock;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ProtocolException;
import iothubtools.client.errors.ServiceException;

/** The one place that tells success from failure, and a hub from something else that answers. */
public final class ReplyCheck {

	private static final String ERROR_CODE = "iothub-errorcode";
	private static final int TOO_MANY_REQUESTS = 429;

	private final ErrorReplyReader errors;

	public ReplyCheck(Clock clock) {
		errors = new ErrorReplyReader(clock);
	}

	/** What is wrong with the reply, null for one with a status from 200 to 299. */
	@Nullable
	public HubException failure(HubReply reply) {
		int status = reply.status();
		if (status >= 200 && status < 300) {
			return null;
		}
		if (status < 400) {
			return new ProtocolException(ProtocolException.Kind.UNEXPECTED, status,
					"The reply redirects elsewhere, which a hub never does", null);
		}
		if (isHtml(reply) && reply.header(ERROR_CODE) == null && !isOverload(status) && !FrontEndPage.is(reply)) {
			return new ProtocolException(ProtocolException.Kind.NOT_JSON, status, "The reply is an HTML page with status "
					+ status + ": something between this machine and the hub answered", null);
		}
		return new ServiceException(errors.read(reply));
	}

	/** Azure's own front end answers these in HTML when it cannot reach the hub. */
	private static boolean isOverload(int status) {
		return status >= 500 || status == TOO_MANY_REQUESTS;
	}

	/** Whether the body is an HTML page. */
	public static boolean isHtml(HubReply reply) {
		String type = reply.header("Content-Type");
		return type != null && type.contains("html") || reply.text().stripLeading().startsWith("<");
	}
}
