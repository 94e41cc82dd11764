// SPDX-License-Identifier: EPL-2.0
/**
 * What devices send, as it comes from the built-in endpoint: kept up to a bound, filtered as it comes, said as text by what it says of itself,
 * and written to files (contract §7).
 */
@NonNullByDefault({DefaultLocation.PARAMETER, DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD})
package iothubtools.core.telemetry;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
