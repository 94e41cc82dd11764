// SPDX-License-Identifier: EPL-2.0
/** Versions of twins that were read or saved here, as Eclipse keeps a local history of files. */
@NonNullByDefault({DefaultLocation.PARAMETER, DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD})
package iothubtools.ui.editor.internal.history;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
