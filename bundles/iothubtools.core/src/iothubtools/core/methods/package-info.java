// SPDX-License-Identifier: EPL-2.0
/** The direct methods that were run, and those that somebody likes best: they are kept from one session of the IDE to the next. */
@NonNullByDefault({DefaultLocation.PARAMETER, DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD})
package iothubtools.core.methods;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
