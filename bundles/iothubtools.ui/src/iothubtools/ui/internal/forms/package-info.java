// SPDX-License-Identifier: EPL-2.0
/** What wizards and dialogs are made of: fields with ids, findings told beside the field and in the title, and work on a hub. */
@NonNullByDefault({DefaultLocation.PARAMETER, DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD})
package iothubtools.ui.internal.forms;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
