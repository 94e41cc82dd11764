// SPDX-License-Identifier: EPL-2.0
/** Scheduled jobs, which a hub does on many devices: listed, created, cancelled, and what came of them on each (contract §3.9). */
@NonNullByDefault({DefaultLocation.PARAMETER, DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD})
package iothubtools.core.jobs;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
