// SPDX-License-Identifier: EPL-2.0
/** What a hub keeps in its registry, devices, modules and configurations: read, written, listed; and who may. */
@NonNullByDefault({DefaultLocation.PARAMETER, DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD})
package iothubtools.client.internal.registry;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
