// SPDX-License-Identifier: EPL-2.0
/** What the wizards share: the choice of a hub, and how its failure is shown. */
@NonNullByDefault({DefaultLocation.PARAMETER, DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD})
package iothubtools.ui.internal.wizards;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
