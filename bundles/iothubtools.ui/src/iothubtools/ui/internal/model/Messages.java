// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.model;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts of this package; see messages.properties. */
// the fields are filled by reflection, which null analysis cannot see
@NonNullByDefault({})
final class Messages extends NLS {

	public static String Authentication_certificateAuthority;
	public static String Authentication_none;
	public static String Authentication_sas;
	public static String Authentication_selfSigned;
	public static String Connection_connected;
	public static String Connection_disconnected;
	public static String Never;
	public static String Status_disabled;
	public static String Status_enabled;
	public static String Type_device;
	public static String Type_edge;
	public static String Unknown;
	public static String Missing;
	public static String Missing_entra;
	public static String Missing_explained;
	public static String Missing_explained_entra;
	public static String Missing_right;
	public static String Missing_service;
	public static String Missing_shortly;
	public static String Missing_shortly_entra;
	public static String Missing_read;
	public static String Missing_write;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
	}

	private Messages() {
	}
}
