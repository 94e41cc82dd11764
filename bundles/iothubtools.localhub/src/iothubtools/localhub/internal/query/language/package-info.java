// SPDX-License-Identifier: EPL-2.0
/**
 * What a query is made of, and what each part of it means for a row (contract §3.3). An expression gives a JSON value, or null
 * for undefined.
 */
@NonNullByDefault({DefaultLocation.PARAMETER, DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD})
package iothubtools.localhub.internal.query.language;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
