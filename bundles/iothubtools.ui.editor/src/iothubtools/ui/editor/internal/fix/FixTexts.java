// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.fix;

import org.eclipse.osgi.util.NLS;

import iothubtools.client.twins.text.TwinFix;

/** Fixes as a person reads them. */
final class FixTexts {

	private static final int SHOWN = 60;

	private FixTexts() {
	}

	static String of(TwinFix fix) {
		return switch (fix.kind()) {
		case RENAME -> NLS.bind(Messages.RENAME, shown(fix.detail()));
		case SHORTEN -> Messages.SHORTEN;
		case QUOTE -> NLS.bind(Messages.QUOTE, shown(fix.text()));
		case ESCAPE -> NLS.bind(Messages.ESCAPE, shown(fix.text()));
		case REMOVE_MEMBER -> NLS.bind(Messages.REMOVE_MEMBER, shown(fix.detail()));
		case REMOVE_ITEM -> Messages.REMOVE_ITEM;
		case REMOVE_COMMA -> Messages.REMOVE_COMMA;
		case ADD_COMMA -> Messages.ADD_COMMA;
		case ADD_COLON -> Messages.ADD_COLON;
		case CLOSE_QUOTE -> Messages.CLOSE_QUOTE;
		case REMOVE_COMMENT -> Messages.REMOVE_COMMENT;
		case REMOVE_REST -> Messages.REMOVE_REST;
		};
	}

	private static String shown(String text) {
		return text.length() > SHOWN ? text.substring(0, SHOWN) + '\u2026' : text;
	}
}
