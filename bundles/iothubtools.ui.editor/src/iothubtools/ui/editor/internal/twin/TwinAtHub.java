// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.twin;

import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.twins.Twin;
import iothubtools.client.twins.text.TwinDocument;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.GetTwinToEditOperation;
import iothubtools.core.operations.TwinToEdit;
import iothubtools.ui.editor.internal.history.TwinHistory;
import iothubtools.ui.editor.internal.page.PageFrame;

/** The twin of a device or module at its hub, as it was when it was read or saved last: what is typed is compared with that. On the UI thread. */
final class TwinAtHub {

	private final PageFrame page;
	private @Nullable TwinToEdit seen;

	/** @param page what it is edited on; says what cannot be read */
	TwinAtHub(PageFrame page) {
		this.page = page;
	}

	PageFrame page() {
		return page;
	}

	/** As it was read or saved last; null before that. */
	@Nullable
	TwinToEdit seen() {
		return seen;
	}

	/** Whether tags and desired properties are those that were seen, of the same device; false before anything was. */
	boolean isAsSeen(TwinToEdit now) {
		TwinToEdit before = seen;
		return before != null && before.generation().equals(now.generation()) && document(before.twin()).isSame(document(now.twin()));
	}

	/** Whether it is the twin of another device or module of the same id than the one that was seen; false before one was. */
	boolean isOther(TwinToEdit now) {
		TwinToEdit before = seen;
		return before != null && !before.generation().equals(now.generation());
	}

	/** It is another one now, which whoever edits it has seen. */
	void seen(TwinToEdit now) {
		seen = now;
	}

	/** The versions that were read and saved here. */
	TwinHistory history() {
		return new TwinHistory(page.device().connectionId(), page.device().client());
	}

	/**
	 * Reads it, and hands it over; a failure is said above the page.
	 *
	 * @param again  does this once more
	 * @param mended is done when the hub may answer again
	 */
	void read(Consumer<TwinToEdit> then, Runnable again, Runnable mended) {
		HubConnection connection = page.connection(mended);
		if (connection != null) {
			page.read(new GetTwinToEditOperation(connection, page.device().client()), now -> {
				history().read(now.twin());
				then.accept(now);
			}, failure -> page.notRead(Messages.Read_failed, failure, again, mended));
		}
	}

	/** A twin as the text that is edited. */
	static TwinDocument document(Twin twin) {
		return TwinDocument.read(TwinDocument.text(twin));
	}
}
