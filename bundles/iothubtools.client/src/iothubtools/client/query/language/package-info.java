// SPDX-License-Identifier: EPL-2.0
/** The hub's query language as a text that somebody types (contract §3.3): its words, what is wrong with it, and what may come next. */
@NonNullByDefault({DefaultLocation.PARAMETER, DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD})
package iothubtools.client.query.language;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
