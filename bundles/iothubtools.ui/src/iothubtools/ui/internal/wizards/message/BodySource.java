// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.message;

/** Where the body of a message comes from. */
public enum BodySource {
	TEXT, FILE
}
