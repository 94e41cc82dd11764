// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal;

import java.util.function.BiConsumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPersistableEditor;
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
import iothubtools.ui.editor.internal.page.KeptPage;
import iothubtools.ui.editor.internal.queue.QueuePage;
import iothubtools.ui.editor.internal.raw.RawPage;
import iothubtools.ui.editor.internal.twin.TwinEditor;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.images.HubImages;

/** A device, or one of its modules, with its pages. They ask the hub when the editor is shown first, not before. */
public final class DeviceEditor extends FormEditor implements IPersistableEditor, ITabbedPropertySheetPageContributor {

	/** As in plugin.xml. */
	public static final String ID = "iothubtools.ui.editor.device";

	private static final String PAGE = "page";

	private @Nullable IMemento kept;
	private @Nullable TwinEditor twin;
	private @Nullable FormPage identity;
	private @Nullable QueuePage queue;
	private @Nullable EditedDevice device;

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
		} catch (PartInitException e) {
			throw new IllegalStateException(e);
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

	/** Shows the page with the messages that wait for the device, and receives one. */
	void receive() {
		QueuePage page = queue;
		if (page != null) {
			setActivePage(QueuePage.ID);
			page.receive();
		}
	}

	@Override
	public void doSave(@Nullable IProgressMonitor monitor) {
		TwinEditor page = twin;
		if (page != null && page.isDirty()) {
			page.doSave(monitor);
		}
		FormPage fields = identity;
		if (fields != null && fields.isDirty()) {
			fields.doSave(monitor);
		}
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
