// SPDX-License-Identifier: EPL-2.0
/** How devices are spoken for, by their own key or by the policy of the hub; and what they and their modules have of their own to be handed to them. */
@NonNullByDefault({DefaultLocation.PARAMETER, DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD})
package iothubtools.core.credentials;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
