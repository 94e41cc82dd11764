// SPDX-License-Identifier: EPL-2.0
/** Access tokens of whoever is signed in at the Azure CLI. */
@NonNullByDefault({DefaultLocation.PARAMETER, DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD})
package iothubtools.core.internal.azurecli;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
