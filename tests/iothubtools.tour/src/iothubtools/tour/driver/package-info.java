// SPDX-License-Identifier: EPL-2.0
/**
 * A small driver of a running workbench's real widgets, for the tour and for the tests: finds them by what a person reads (label,
 * text, tool tip), works from outside the UI thread, and waits on conditions instead of on time.
 */
@NonNullByDefault({DefaultLocation.PARAMETER, DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD})
package iothubtools.tour.driver;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
