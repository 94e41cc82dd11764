// SPDX-License-Identifier: EPL-2.0
/** Connection strings and tokens looked at from outside: what they are for, how long, and whether they work. */
@NonNullByDefault({DefaultLocation.PARAMETER, DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD})
package iothubtools.client.inspect;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
