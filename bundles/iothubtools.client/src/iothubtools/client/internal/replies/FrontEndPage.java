// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.replies;

import java.util.Locale;
import java.util.Set;

/**
 * The HTML page by which the hub's own front end, Windows' HTTP.sys, refuses a request that never reaches the hub: a path or
 * a header it does not take. It tells so by its {@code Server} header, which a proxy may drop, and by the form of the page:
 * {@code <h2>Bad Request - Invalid URL</h2> <hr><p>HTTP Error 400. The request URL is invalid.</p>}.
 */
final class FrontEndPage {

	/** Refusals of a request as such. A 404 is none: it says that no hub is there. */
	private static final Set<Integer> REFUSALS = Set.of(400, 411, 413, 414, 431);
	private static final String SERVER = "microsoft-httpapi";
	private static final int MAX_TEXT = 200;

	private FrontEndPage() {
	}

	/** Whether {@code reply}, which is a page, is the front end's. */
	static boolean is(HubReply reply) {
		if (!REFUSALS.contains(reply.status())) {
			return false;
		}
		String server = reply.header("Server");
		return server != null && server.toLowerCase(Locale.ROOT).startsWith(SERVER) || reply.text().contains(error(reply));
	}

	/** What the page says, for a person. */
	static String message(HubReply reply) {
		String page = reply.text();
		String title = between(page, "<h2>", "</h2>");
		String reason = between(page, error(reply), "</p>");
		String said = title.isEmpty() || reason.isEmpty() ? title + reason : title + ": " + reason;
		return "The front end before the hub refuses the request" + (said.isEmpty() ? "" : ": " + said);
	}

	private static String error(HubReply reply) {
		return "<p>HTTP Error " + reply.status() + ".";
	}

	private static String between(String page, String before, String after) {
		int start = page.indexOf(before);
		int end = start < 0 ? -1 : page.indexOf(after, start);
		return end < 0 ? "" : page.substring(start + before.length(), Math.min(end, start + before.length() + MAX_TEXT)).strip();
	}
}
