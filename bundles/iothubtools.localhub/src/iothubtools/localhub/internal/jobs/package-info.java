// SPDX-License-Identifier: EPL-2.0
/** Scheduled jobs (contract §3.9): one twin update or direct method for many devices, at a set time. */
@NonNullByDefault({DefaultLocation.PARAMETER, DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD})
package iothubtools.localhub.internal.jobs;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
