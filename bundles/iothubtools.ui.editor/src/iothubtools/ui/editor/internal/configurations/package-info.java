// SPDX-License-Identifier: EPL-2.0
/** The wizard that creates and changes automatic configurations and deployments of IoT Edge. */
@NonNullByDefault({DefaultLocation.PARAMETER, DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD})
package iothubtools.ui.editor.internal.configurations;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
