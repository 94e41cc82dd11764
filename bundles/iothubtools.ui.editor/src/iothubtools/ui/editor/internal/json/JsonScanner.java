// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.json;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.text.TextAttribute;
import org.eclipse.jface.text.rules.ICharacterScanner;
import org.eclipse.jface.text.rules.IRule;
import org.eclipse.jface.text.rules.IToken;
import org.eclipse.jface.text.rules.IWordDetector;
import org.eclipse.jface.text.rules.RuleBasedScanner;
import org.eclipse.jface.text.rules.Token;
import org.eclipse.jface.text.rules.WordRule;
import org.eclipse.swt.SWT;

/** Names, strings, numbers and words of JSON in the colours of the theme. */
final class JsonScanner extends RuleBasedScanner {

	private static final String NAME = "iothubtools.ui.editor.name";
	private static final String STRING = "iothubtools.ui.editor.string";
	private static final String NUMBER = "iothubtools.ui.editor.number";
	private static final String WORD = "iothubtools.ui.editor.word";

	JsonScanner() {
		WordRule words = new WordRule(new IWordDetector() {
			@Override
			public boolean isWordStart(char c) {
				return c >= 'a' && c <= 'z';
			}

			@Override
			public boolean isWordPart(char c) {
				return isWordStart(c);
			}
		}, Token.UNDEFINED);
		IToken word = new Token(new TextAttribute(JFaceResources.getColorRegistry().get(WORD), null, SWT.BOLD));
		words.addWord("true", word);
		words.addWord("false", word);
		words.addWord("null", word);
		setRules(new StringRule(token(NAME), token(STRING)), words, new NumberRule(token(NUMBER)));
	}

	private static IToken token(String colour) {
		return new Token(new TextAttribute(JFaceResources.getColorRegistry().get(colour)));
	}

	/** A string, which is a name where a colon follows on its line. */
	private record StringRule(IToken name, IToken string) implements IRule {

		@Override
		public IToken evaluate(@Nullable ICharacterScanner scanner) {
			if (scanner == null || scanner.read() != '"') {
				unread(scanner, 1);
				return Token.UNDEFINED;
			}
			int c = scanner.read();
			while (c != '"' && !isEnd(c)) {
				if (c == '\\' && isEnd(scanner.read())) {
					break;
				}
				c = scanner.read();
			}
			if (c != '"') {
				unread(scanner, 1);
				return string;
			}
			int ahead = 0;
			do {
				c = scanner.read();
				ahead++;
			} while (c == ' ' || c == '\t');
			unread(scanner, ahead);
			return c == ':' ? name : string;
		}

		private static boolean isEnd(int c) {
			return c == '\n' || c == '\r' || c == ICharacterScanner.EOF;
		}
	}

	/** Also what is no number but begins as one: it is marked elsewhere. */
	private record NumberRule(IToken number) implements IRule {

		@Override
		public IToken evaluate(@Nullable ICharacterScanner scanner) {
			int count = 0;
			int c;
			do {
				c = scanner == null ? ICharacterScanner.EOF : scanner.read();
				count++;
			} while (c >= '0' && c <= '9' || c == '-' || count > 1 && "+.eE".indexOf(c) >= 0);
			unread(scanner, 1);
			return count > 1 ? number : Token.UNDEFINED;
		}
	}

	private static void unread(@Nullable ICharacterScanner scanner, int count) {
		for (int i = 0; i < count && scanner != null; i++) {
			scanner.unread();
		}
	}
}
