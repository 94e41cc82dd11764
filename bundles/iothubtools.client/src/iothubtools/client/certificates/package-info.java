// SPDX-License-Identifier: EPL-2.0
/** Certificates that devices sign themselves, made here with their keys, and the files they are kept in. */
@NonNullByDefault({DefaultLocation.PARAMETER, DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD})
package iothubtools.client.certificates;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
