// SPDX-License-Identifier: EPL-2.0
/** Queries in the hub's language: running them, what their rows are made of, and those that are kept for each hub (contract §3.3). */
@NonNullByDefault({DefaultLocation.PARAMETER, DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD})
package iothubtools.core.queries;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
