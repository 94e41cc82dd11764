// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.amqp;

import java.util.List;

/** The hub's end of a link that needs the right ServiceConnect as long as it is open. */
interface ServiceNode {

	/** What it is called; a token for one of them is enough. */
	List<List<String>> paths();
}
