// SPDX-License-Identifier: EPL-2.0
/** What is wrong with the text of a twin, at its place, and what can be done about it there. */
@NonNullByDefault({DefaultLocation.PARAMETER, DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD})
package iothubtools.ui.editor.internal.fix;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
