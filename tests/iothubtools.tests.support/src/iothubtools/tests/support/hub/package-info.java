// SPDX-License-Identifier: EPL-2.0
/** Local hubs for tests, which are started and stopped for them. */
@NonNullByDefault({DefaultLocation.PARAMETER, DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD})
package iothubtools.tests.support.hub;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
