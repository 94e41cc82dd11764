// SPDX-License-Identifier: EPL-2.0
/** Digital twins (contract §3.11): twins and direct methods in the words of IoT Plug and Play. This hub knows no models. */
@NonNullByDefault({DefaultLocation.PARAMETER, DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD})
package iothubtools.localhub.internal.digitaltwins;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
