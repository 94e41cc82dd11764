// SPDX-License-Identifier: EPL-2.0
/** JSON as somebody writes it: with the place of everything in the text, numbers as they are written, and all that is wrong with it. */
@NonNullByDefault({DefaultLocation.PARAMETER, DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD})
package iothubtools.client.json;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
