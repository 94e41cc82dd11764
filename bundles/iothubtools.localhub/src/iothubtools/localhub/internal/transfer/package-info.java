// SPDX-License-Identifier: EPL-2.0
/**
 * What needs an Azure storage account, which a local hub has not: import and export of identities, file upload. Each
 * operation answers as a hub does that is not configured for it (contract §§3.8, 3.12).
 */
@NonNullByDefault({DefaultLocation.PARAMETER, DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD})
package iothubtools.localhub.internal.transfer;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
