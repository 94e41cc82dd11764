// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.clipboard;

/** Ids of the fields of the dialog for SAS tokens. */
public final class TokenFields {

	public static final String SCOPE = "tokenScope";
	public static final String MODULE = "tokenModule";
	public static final String MODULES = "tokenModules";
	public static final String LIFE = "tokenLife";
	public static final String UNIT = "tokenUnit";
	public static final String PRIMARY = "tokenPrimaryKey";
	public static final String SECONDARY = "tokenSecondaryKey";

	private TokenFields() {
	}
}
