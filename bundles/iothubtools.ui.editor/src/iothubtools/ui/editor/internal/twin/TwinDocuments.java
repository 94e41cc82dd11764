// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.twin;

import java.util.function.Consumer;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.operation.IRunnableContext;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.source.AnnotationModel;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.texteditor.AbstractDocumentProvider;

/** Gives the text editor of a twin its document, which is empty and cannot be edited until the twin was read. It does not save: the editor does. */
final class TwinDocuments extends AbstractDocumentProvider {

	private final Consumer<@Nullable IProgressMonitor> save;
	private boolean loaded;
	/** As the hub has it. */
	private String saved = "";

	/** @param save saves the document at the hub, or says why not; on the UI thread */
	TwinDocuments(Consumer<@Nullable IProgressMonitor> save) {
		this.save = save;
	}

	@Override
	protected IDocument createDocument(@Nullable Object element) {
		return new Document();
	}

	@Override
	@NonNullByDefault({})
	protected ElementInfo createElementInfo(Object element) throws CoreException {
		return new Compared(element);
	}

	/** Is changed while the text is another one than that at the hub, so that undoing all is as good as saving. */
	private final class Compared extends ElementInfo {

		private final Object element;

		@NonNullByDefault({})
		Compared(Object element) throws CoreException {
			super(createDocument(element), createAnnotationModel(element));
			this.element = element;
		}

		@Override
		public void documentAboutToBeChanged(@Nullable DocumentEvent event) {
			// it is heard afterwards
		}

		@Override
		public void documentChanged(@Nullable DocumentEvent event) {
			boolean changed = fDocument.getLength() != saved.length() || !fDocument.get().equals(saved);
			if (changed != fCanBeSaved) {
				fCanBeSaved = changed;
				fireElementDirtyStateChanged(element, changed);
			}
		}
	}

	@Override
	protected IAnnotationModel createAnnotationModel(@Nullable Object element) {
		return new AnnotationModel();
	}

	@Override
	@NonNullByDefault({})
	protected void doSaveDocument(IProgressMonitor monitor, Object element, IDocument document, boolean overwrite) throws CoreException {
		// the editor saves by itself; but another plug-in may ask the provider that it has from the editor, and is to get the same
		PlatformUI.getWorkbench().getDisplay().syncExec(() -> save.accept(monitor));
		if (canSaveDocument(element)) {
			// why not stands above the page
			throw new CoreException(Status.CANCEL_STATUS);
		}
	}

	@Override
	protected @Nullable IRunnableContext getOperationRunner(@Nullable IProgressMonitor monitor) {
		return null;
	}

	@Override
	public boolean isModifiable(@Nullable Object element) {
		return loaded;
	}

	@Override
	public boolean isReadOnly(@Nullable Object element) {
		return !loaded;
	}

	@Override
	public boolean isStateValidated(@Nullable Object element) {
		return true;
	}

	/** Puts what the hub has in the place of whatever there is. */
	void load(Object element, String text) {
		ElementInfo info = getElementInfo(element);
		if (info != null) {
			loaded = true;
			fireElementContentAboutToBeReplaced(element);
			removeUnchangedElementListeners(element, info);
			saved = text;
			info.fDocument.set(text);
			info.fCanBeSaved = false;
			addUnchangedElementListeners(element, info);
			fireElementContentReplaced(element);
			fireElementDirtyStateChanged(element, false);
		}
	}

	/** This text says what is at the hub; what was typed on since is not there. */
	void saved(Object element, String text) {
		ElementInfo info = getElementInfo(element);
		if (info != null) {
			saved = text;
			info.fCanBeSaved = !info.fDocument.get().equals(text);
			fireElementDirtyStateChanged(element, info.fCanBeSaved);
		}
	}
}
