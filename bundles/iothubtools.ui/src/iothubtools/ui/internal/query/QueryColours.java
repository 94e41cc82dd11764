// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.query;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITypedRegion;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.TextPresentation;
import org.eclipse.jface.text.presentation.IPresentationDamager;
import org.eclipse.jface.text.presentation.IPresentationRepairer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.graphics.Color;

import iothubtools.client.query.language.QueryToken;
import iothubtools.client.query.language.QueryTokens;
import iothubtools.client.query.language.QueryWords;

/** Keywords, functions, texts and numbers in the colours of the theme. A query is short enough to be looked at as a whole after each edit. */
final class QueryColours implements IPresentationDamager, IPresentationRepairer {

	/** Colours of plugin.xml, which a person can change in the preferences and a theme in its style sheet. */
	static final String KEYWORD = "iothubtools.ui.query.keyword";
	private static final String FUNCTION = "iothubtools.ui.query.function";
	private static final String TEXT = "iothubtools.ui.query.text";
	private static final String NUMBER = "iothubtools.ui.query.number";

	private @Nullable IDocument document;

	@Override
	public void setDocument(@Nullable IDocument newDocument) {
		document = newDocument;
	}

	@Override
	public IRegion getDamageRegion(@Nullable ITypedRegion partition, @Nullable DocumentEvent event, boolean partitioningChanged) {
		IDocument whole = document;
		return new Region(0, whole == null ? 0 : whole.getLength());
	}

	@Override
	public void createPresentation(@Nullable TextPresentation presentation, @Nullable ITypedRegion damage) {
		IDocument whole = document;
		if (whole == null || presentation == null) {
			return;
		}
		List<QueryToken> tokens = QueryTokens.of(whole.get());
		for (int i = 0; i < tokens.size(); i++) {
			QueryToken token = tokens.get(i);
			String colour = colour(tokens, i);
			if (colour != null) {
				StyleRange style = new StyleRange(token.offset(), token.text().length(), named(colour), null);
				style.fontStyle = colour.equals(KEYWORD) ? SWT.BOLD : SWT.NORMAL;
				presentation.addStyleRange(style);
			}
		}
	}

	static @Nullable Color named(String colour) {
		return JFaceResources.getColorRegistry().get(colour);
	}

	private static @Nullable String colour(List<QueryToken> tokens, int index) {
		QueryToken token = tokens.get(index);
		return switch (token.kind()) {
		case STRING, UNCLOSED_STRING -> TEXT;
		case NUMBER -> NUMBER;
		case WORD -> {
			boolean inPath = index > 0 && tokens.get(index - 1).kind() == QueryToken.Kind.DOT;
			boolean called = index + 1 < tokens.size() && tokens.get(index + 1).kind() == QueryToken.Kind.OPEN;
			if (!inPath && called && !QueryWords.isOf(QueryWords.KEYWORDS, token.text())) {
				yield FUNCTION;
			}
			yield !inPath && QueryWords.isOf(QueryWords.KEYWORDS, token.text()) ? KEYWORD : null;
		}
		default -> null;
		};
	}
}
