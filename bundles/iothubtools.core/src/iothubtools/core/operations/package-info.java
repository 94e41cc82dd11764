// SPDX-License-Identifier: EPL-2.0
/** Typed work on a hub and the one way it is run: as a cancellable job or inside a wizard. */
@NonNullByDefault({DefaultLocation.PARAMETER, DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD})
package iothubtools.core.operations;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
