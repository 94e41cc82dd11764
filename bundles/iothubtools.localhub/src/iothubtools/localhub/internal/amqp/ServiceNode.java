// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.amqp;

import java.util.List;

import iothubtools.localhub.internal.auth.Need;

/** The hub's end of a link of the service side, whose client needs a right as long as it is open. */
interface ServiceNode {

	/** What it is called; a token for one of them is enough. */
	List<List<String>> paths();

	/** What it needs. */
	Need need();
}
