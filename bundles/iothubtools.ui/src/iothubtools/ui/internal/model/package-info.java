// SPDX-License-Identifier: EPL-2.0
/** What the views show and the commands act on: hubs and devices as elements of selections, and the words for their states. */
@NonNullByDefault({DefaultLocation.PARAMETER, DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD})
package iothubtools.ui.internal.model;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
