// SPDX-License-Identifier: EPL-2.0
/** One try: a request goes out once, and its reply or what the network says comes back. */
@NonNullByDefault({DefaultLocation.PARAMETER, DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD})
package iothubtools.client.internal.transport;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
