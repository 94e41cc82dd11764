// SPDX-License-Identifier: EPL-2.0
/**
 * Tables of very many rows, of whatever kind: columns that say and sort, rows arranged off the UI thread, and a virtual table in which
 * what a person looks at stays where it is. Knows no hub and no device.
 */
@NonNullByDefault({DefaultLocation.PARAMETER, DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD})
package iothubtools.ui.internal.table;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
