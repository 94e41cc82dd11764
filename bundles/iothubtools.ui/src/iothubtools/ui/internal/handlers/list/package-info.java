// SPDX-License-Identifier: EPL-2.0
/** What the commands do in the lists that a hub has beside its devices: jobs, configurations, saved queries. */
@NonNullByDefault({DefaultLocation.PARAMETER, DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD})
package iothubtools.ui.internal.handlers.list;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
