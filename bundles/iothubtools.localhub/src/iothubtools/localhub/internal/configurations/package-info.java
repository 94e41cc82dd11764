// SPDX-License-Identifier: EPL-2.0
/** Configurations (contract §3.10): desired properties for all twins that a condition holds for, kept up by the hub itself. */
@NonNullByDefault({DefaultLocation.PARAMETER, DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD})
package iothubtools.localhub.internal.configurations;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
