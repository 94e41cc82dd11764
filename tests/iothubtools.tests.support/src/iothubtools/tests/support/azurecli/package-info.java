// SPDX-License-Identifier: EPL-2.0
/** What stands in for the Azure CLI, which cannot sign in where tests run. */
@NonNullByDefault({DefaultLocation.PARAMETER, DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD})
package iothubtools.tests.support.azurecli;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
