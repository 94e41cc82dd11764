// SPDX-License-Identifier: EPL-2.0
/** What all of the hub uses: who a client is, its id, names, times, etags and counts, the one way to change what is kept, and how threads end. */
@NonNullByDefault({DefaultLocation.PARAMETER, DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD})
package iothubtools.localhub.internal.kernel;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
