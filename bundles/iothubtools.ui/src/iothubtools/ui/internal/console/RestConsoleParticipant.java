// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.console;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.console.IConsole;
import org.eclipse.ui.console.IConsoleConstants;
import org.eclipse.ui.console.IConsolePageParticipant;
import org.eclipse.ui.console.TextConsole;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;
import org.eclipse.ui.part.IPageBookViewPage;

import iothubtools.ui.internal.UiIds;

/** Adds to each page of the REST console the tool for copying calls, and has its commands follow the cursor. */
public final class RestConsoleParticipant implements IConsolePageParticipant {

	private final Listener cursor = this::cursorMoved;
	private final IDocumentListener changes = new IDocumentListener() {
		@Override
		public void documentAboutToBeChanged(@Nullable DocumentEvent event) {
			// looked at when it is changed
		}

		@Override
		public void documentChanged(@Nullable DocumentEvent event) {
			follow();
		}
	};
	private @Nullable StyledText text;
	private @Nullable IDocument document;
	private boolean following;

	@Override
	public void init(@Nullable IPageBookViewPage page, @Nullable IConsole console) {
		if (page == null || !(console instanceof TextConsole shown)) {
			return;
		}
		CommandContributionItemParameter tool = new CommandContributionItemParameter(page.getSite(), UiIds.COPY_CALL_MENU, UiIds.COPY_LAST_CALL_CURL,
				CommandContributionItem.STYLE_PULLDOWN);
		tool.icon = PlatformUI.getWorkbench().getSharedImages().getImageDescriptor(ISharedImages.IMG_TOOL_COPY);
		page.getSite().getActionBars().getToolBarManager().appendToGroup(IConsoleConstants.OUTPUT_GROUP, new CommandContributionItem(tool));
		document = shown.getDocument();
		shown.getDocument().addDocumentListener(changes);
		if (page.getControl() instanceof StyledText styled) {
			text = styled;
			for (int event : new int[] { SWT.MouseDown, SWT.MouseUp, SWT.KeyUp, SWT.Selection }) {
				styled.addListener(event, cursor);
			}
		}
		follow();
	}

	/** The menu that the other button opens is about the line below the pointer, unless something is selected. */
	private void cursorMoved(Event event) {
		StyledText styled = text;
		if (styled != null && event.type == SWT.MouseDown && event.button != 1 && styled.getSelectionCount() == 0) {
			styled.setCaretOffset(styled.getOffsetAtLine(styled.getLineIndex(event.y)));
		}
		follow();
	}

	/** Soon, and once for all that happens until then. */
	private void follow() {
		if (!following) {
			following = true;
			PlatformUI.getWorkbench().getDisplay().asyncExec(() -> {
				following = false;
				CallEvaluation.request(UiIds.CALL_AT_CURSOR);
			});
		}
	}

	@Override
	public void activated() {
		follow();
	}

	@Override
	public void deactivated() {
		follow();
	}

	@Override
	public void dispose() {
		IDocument shown = document;
		if (shown != null) {
			shown.removeDocumentListener(changes);
		}
		follow();
	}

	@Override
	@NonNullByDefault({})
	public <T> T getAdapter(Class<T> adapter) {
		return null;
	}
}
