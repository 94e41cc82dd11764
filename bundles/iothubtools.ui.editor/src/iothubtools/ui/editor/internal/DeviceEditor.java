// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal;

import java.util.function.BiConsumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPersistableEditor;
import org.eclipse.ui.ISaveablePart2;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.forms.editor.FormEditor;
import org.eclipse.ui.forms.editor.FormPage;
import org.eclipse.ui.forms.editor.IFormPage;
import org.eclipse.ui.views.properties.IPropertySheetPage;
import org.eclipse.ui.views.properties.tabbed.ITabbedPropertySheetPageContributor;

import iothubtools.ui.editor.internal.identity.IdentityPage;
import iothubtools.ui.editor.internal.identity.ModuleIdentityPage;
import iothubtools.ui.editor.internal.input.DeviceEditorInput;
import iothubtools.ui.editor.internal.methods.MethodsPage;
import iothubtools.ui.editor.internal.modules.ModulesPage;
import iothubtools.ui.editor.internal.page.Deletion;
import iothubtools.ui.editor.internal.page.HoldingPage;
import iothubtools.ui.editor.internal.page.KeptPage;
import iothubtools.ui.editor.internal.page.PageSaving;
import iothubtools.ui.editor.internal.page.RefreshedPage;
import iothubtools.ui.editor.internal.page.Saving;
import iothubtools.ui.editor.internal.queue.QueuePage;
import iothubtools.ui.editor.internal.raw.RawPage;
import iothubtools.ui.editor.internal.twin.TwinEditor;
import iothubtools.ui.internal.HubChanges;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.images.HubImages;

/** A device, or one of its modules, with its pages. They ask the hub when the editor is shown first, not before. */
public final class DeviceEditor extends FormEditor implements IPersistableEditor, ISaveablePart2, ITabbedPropertySheetPageContributor {

	/** As in plugin.xml. */
	public static final String ID = "iothubtools.ui.editor.device";

	private static final String PAGE = "page";

	private @Nullable IMemento kept;
	private @Nullable TwinEditor twin;
	private @Nullable FormPage identity;
	private @Nullable QueuePage queue;
	private @Nullable EditedDevice device;
	/** Whether what is saved next is to be closed then. */
	private boolean closing;

	@Override
	public void init(@Nullable IEditorSite site, @Nullable IEditorInput input) throws PartInitException {
		if (!(input instanceof DeviceEditorInput device)) {
			throw new PartInitException("Not a device");
		}
		super.init(site, input);
		setPartName(device.getName());
		if (device.isModule()) {
			setTitleImage(HubImages.MODULE.image());
		}
	}

	@Override
	protected void addPages() {
		try {
			TwinEditor page = new TwinEditor();
			setPageText(addPage(page, getEditorInput()), Messages.Page_twin);
			twin = page;
			String module = ((DeviceEditorInput) getEditorInput()).client().moduleId();
			FormPage fields = module == null ? new IdentityPage(this) : new ModuleIdentityPage(this, module);
			addPage(fields);
			identity = fields;
			if (module == null) {
				addPage(new ModulesPage(this));
			}
			addPage(new MethodsPage(this));
			if (module == null) {
				QueuePage messages = new QueuePage(this);
				addPage(messages);
				queue = messages;
			}
			addPage(new RawPage(this));
			restorePages();
			HubChanges.follow(getContainer(), event -> Deletion.of(event, (DeviceEditorInput) getEditorInput()), event -> gone());
		} catch (PartInitException e) {
			throw new IllegalStateException(e);
		}
	}

	/**
	 * The device or module was deleted, which each page says. As the editor of a file that is deleted elsewhere, this one closes then, unless somebody
	 * works in it, or something in it would be lost.
	 */
	private void gone() {
		if (getContainer().isDisposed() || Saving.putsOff(getContainer().getDisplay(), this::gone)) {
			return;
		}
		IWorkbenchPage page = getSite().getPage();
		if (!isDirty() && page.getActivePart() != this && pages.stream().noneMatch(each -> each instanceof HoldingPage holding && holding.holds())) {
			page.closeEditor(this, false);
		}
	}

	/** What is typed on pages that have nothing to save. */
	@Override
	public void saveState(@Nullable IMemento memento) {
		if (memento != null) {
			keptPages((id, page) -> page.keep(memento.createChild(PAGE, id)));
		}
	}

	/** Comes before or after the pages are there. */
	@Override
	public void restoreState(@Nullable IMemento memento) {
		kept = memento;
		restorePages();
	}

	private void restorePages() {
		@Nullable IMemento memento = kept;
		if (memento != null) {
			keptPages((id, page) -> {
				for (IMemento child : memento.getChildren(PAGE)) {
					if (id.equals(child.getID())) {
						page.restore(child);
					}
				}
			});
		}
	}

	private void keptPages(BiConsumer<String, KeptPage> what) {
		for (Object page : pages) {
			if (page instanceof KeptPage kept && page instanceof IFormPage form) {
				what.accept(form.getId(), kept);
			}
		}
	}

	/** The page with the twin; null before the editor was shown. */
	public @Nullable TwinEditor twin() {
		return twin;
	}

	/** Whose tabs the Properties view shows for it. */
	@Override
	public String getContributorId() {
		return UiIds.BUNDLE;
	}

	/** Properties is about the device, whatever is selected on the page that is shown. */
	@Override
	@NonNullByDefault({})
	public <T> T getAdapter(Class<T> adapter) {
		if (adapter == IPropertySheetPage.class && getContainer() != null && getEditorInput() instanceof DeviceEditorInput input) {
			EditedDevice known = device;
			EditedDevice edited = known == null ? new EditedDevice(input, getContainer()) : known;
			device = edited;
			return adapter.cast(edited.properties(this));
		}
		return super.getAdapter(adapter);
	}

	/** Reads the page that is shown anew. */
	void refresh() {
		if (shownPage() instanceof RefreshedPage shown) {
			shown.refresh();
		}
	}

	/** Eclipse itself gives the focus to the first control of a page that is no editor, which may be a link or what stands above it. */
	@Override
	protected void pageChange(int newPageIndex) {
		super.pageChange(newPageIndex);
		IFormPage page = getActivePageInstance();
		if (page != null && getSite().getPage().getActivePart() == this) {
			page.setFocus();
		}
	}

	/** Shows the page with the messages that wait for the device, and receives one. */
	void receive() {
		QueuePage page = queue;
		if (page != null) {
			setActivePage(QueuePage.ID);
			page.receive();
		}
	}

	/** Nothing is asked here but what every editor asks; it is known then that what is not saved must not be closed. */
	@Override
	public int promptToSaveOnClose() {
		closing = true;
		return DEFAULT;
	}

	/**
	 * Saves each page by itself. What could not be saved is shown, with the reason above it, and what was to be closed after that stays. Others
	 * that are saved with it, as by Save All, are not held up.
	 */
	@Override
	public void doSave(@Nullable IProgressMonitor monitor) {
		IProgressMonitor whole = monitor == null ? new NullProgressMonitor() : monitor;
		boolean closes = closing || getSite().getWorkbenchWindow().getWorkbench().isClosing();
		closing = false;
		IEditorPart refused = null;
		for (@Nullable IEditorPart page : new @Nullable IEditorPart[] { twin, identity }) {
			if (page != null && page.isDirty()) {
				PageSaving saving = new PageSaving(whole);
				page.doSave(saving);
				refused = saving.isRefused() && (refused == null || page == shownPage()) ? page : refused;
			}
		}
		if (refused != null) {
			setActivePage(pages.indexOf(refused));
			getSite().getPage().bringToTop(this);
			if (closes) {
				whole.setCanceled(true);
			}
		}
	}

	private @Nullable Object shownPage() {
		return getActivePage() < 0 ? null : pages.get(getActivePage());
	}

	@Override
	public boolean isSaveAsAllowed() {
		return false;
	}

	@Override
	public void doSaveAs() {
		// a device or module is where it is
	}
}
