// SPDX-License-Identifier: EPL-2.0
/** Time in tests: what is waited for, what must not take long, and clocks. */
@NonNullByDefault({DefaultLocation.PARAMETER, DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD})
package iothubtools.tests.support.time;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
