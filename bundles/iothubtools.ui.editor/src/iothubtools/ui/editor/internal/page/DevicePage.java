// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.page;

import org.eclipse.jdt.annotation.NonNull;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.forms.editor.FormEditor;
import org.eclipse.ui.forms.editor.FormPage;

import iothubtools.client.names.ClientId;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.HubOperation;
import iothubtools.ui.editor.internal.input.DeviceEditorInput;
import iothubtools.ui.internal.HelpContext;

/**
 * A page with one thing that the hub has of a device or module. It is read when the page is shown first, and when somebody asks.
 *
 * @param <T> what is read
 */
public abstract class DevicePage<T extends @NonNull Object> extends FormPage implements RefreshedPage {

	private final String head;
	private final String refreshId;
	private @Nullable PageFrame frame;

	/**
	 * @param title     on the tab
	 * @param head      above the content
	 * @param refreshId what tests find the link by that reads anew
	 */
	protected DevicePage(FormEditor editor, String id, String title, String head, String refreshId) {
		super(editor, id, title);
		this.head = head;
		this.refreshId = refreshId;
	}

	/** Makes what fills the page. */
	protected abstract void createContent(Composite place);

	/** What reads it. */
	protected abstract HubOperation<? extends T> operation(HubConnection connection, ClientId client);

	/** It was read; the line above the page says nothing by then. */
	protected abstract void show(T read);

	@Override
	public final void createPartControl(@Nullable Composite parent) {
		PageFrame page = new PageFrame(parent, getEditor().getEditorSite(), (DeviceEditorInput) getEditorInput(), this::load);
		frame = page;
		HelpContext.set(page.control(), getClass());
		Composite rest = new Composite(page.control(), SWT.NONE);
		rest.setLayout(new FillLayout());
		GridDataFactory.fillDefaults().grab(true, true).applyTo(rest);
		TitledPart part = new TitledPart(rest, head);
		part.link(Messages.Refresh, refreshId, this::load);
		createContent(part.content());
		load();
	}

	/** This page has no form of Eclipse's own. */
	@Override
	public final @Nullable Control getPartControl() {
		PageFrame page = frame;
		return page == null ? null : page.control();
	}

	@Override
	public void setFocus() {
		PageFrame page = frame;
		if (page != null) {
			page.control().setFocus();
		}
	}

	/** The page with the line above it; null as long as it was not shown. */
	protected final @Nullable PageFrame frame() {
		return frame;
	}

	@Override
	public final void refresh() {
		load();
	}

	/** Reads it anew. */
	protected final void load() {
		PageFrame page = frame;
		if (page != null) {
			String reading = NLS.bind(Messages.Reading, page.device().getName());
			page.info(reading);
			read(page, () -> page.clear(reading));
		}
	}

	/** Reads it anew; what the line above the page says stays. */
	protected final void readQuietly() {
		PageFrame page = frame;
		if (page != null) {
			read(page, () -> { });
		}
	}

	private void read(PageFrame page, Runnable before) {
		HubConnection connection = page.connection(this::load);
		if (connection != null) {
			page.read(operation(connection, page.device().client()), read -> {
				before.run();
				show(read);
			}, failure -> page.notRead(Messages.Failed, failure, this::load, this::load));
		}
	}
}
