// SPDX-License-Identifier: EPL-2.0
/** A twin as text that somebody edits: what is wrong with it, what to change of the hub's for it, and what others made of it meanwhile. */
@NonNullByDefault({DefaultLocation.PARAMETER, DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD})
package iothubtools.client.twins.text;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
