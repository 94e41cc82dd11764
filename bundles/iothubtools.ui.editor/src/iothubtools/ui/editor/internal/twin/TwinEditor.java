// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.twin;

import java.util.function.Consumer;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.text.source.IVerticalRuler;
import org.eclipse.jface.text.source.projection.ProjectionSupport;
import org.eclipse.jface.text.source.projection.ProjectionViewer;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.editors.text.EditorsUI;
import org.eclipse.ui.part.MultiPageEditorSite;
import org.eclipse.ui.texteditor.AbstractDecoratedTextEditor;
import org.eclipse.ui.texteditor.SourceViewerDecorationSupport;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;

import iothubtools.client.json.JsonDifference;
import iothubtools.client.json.JsonDocument;
import iothubtools.client.json.JsonObjectNode;
import iothubtools.client.json.TextProblem;
import iothubtools.client.names.ClientId;
import iothubtools.client.twins.Twin;
import iothubtools.client.twins.TwinPatch;
import iothubtools.client.twins.text.TwinDocument;
import iothubtools.client.twins.text.TwinDocument.Merged;
import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.GetTwinOperation;
import iothubtools.core.operations.PatchTwinOperation;
import iothubtools.core.status.HubStatus;
import iothubtools.core.status.HubStatusCode;
import iothubtools.ui.editor.internal.input.DeviceEditorInput;
import iothubtools.ui.editor.internal.json.JsonFolding;
import iothubtools.ui.editor.internal.json.JsonMarks;
import iothubtools.ui.editor.internal.json.JsonOutline;
import iothubtools.ui.editor.internal.json.JsonReading;
import iothubtools.ui.editor.internal.json.JsonViewerConfiguration;
import iothubtools.ui.editor.internal.json.ProblemTexts;
import iothubtools.ui.editor.internal.page.HubReading;
import iothubtools.ui.editor.internal.page.PageNotice;
import iothubtools.ui.editor.internal.page.Saving;
import iothubtools.ui.editor.internal.page.TitledPart;
import iothubtools.ui.internal.forms.Fields;

/**
 * The twin of a device: its tags and desired properties as text that can be edited and saved, and beside them what the device reports. What
 * is saved is the smallest change of the twin as it was read, and only while it still is that.
 */
public final class TwinEditor extends AbstractDecoratedTextEditor {

	/** What tests find the link by that shows what Save would send. */
	static final String PREVIEW = "previewPatch";

	private final TwinDocuments documents = new TwinDocuments();
	private final JsonMarks marks = new JsonMarks();
	private final DifferenceMarks differences = new DifferenceMarks();
	private final JsonOutline outline = new JsonOutline(item -> selectAndReveal(item.offset(), item.length()));
	private @Nullable PageNotice notice;
	private @Nullable ReportedPart reported;
	private @Nullable JsonFolding folding;
	private @Nullable HubReading reading;
	/** The twin as the hub had it when it was read or saved last. */
	private @Nullable Twin base;

	public TwinEditor() {
		setDocumentProvider(documents);
		setSourceViewerConfiguration(new JsonViewerConfiguration(EditorsUI.getPreferenceStore()));
	}

	@Override
	public void createPartControl(@Nullable Composite parent) {
		Composite whole = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(whole);
		PageNotice line = new PageNotice(whole);
		notice = line;
		reading = new HubReading(whole);
		SashForm sash = new SashForm(whole, SWT.HORIZONTAL);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
		TitledPart own = new TitledPart(sash, Messages.Desired_title);
		own.link(Messages.Preview, PREVIEW, this::preview);
		super.createPartControl(own.content());
		ReportedPart part = new ReportedPart(sash);
		reported = part;
		sash.setWeights(3, 2);
		ISourceViewer viewer = getSourceViewer();
		Fields.accessibleName(viewer.getTextWidget(), Messages.Desired_accessible);
		if (viewer instanceof ProjectionViewer projection) {
			new ProjectionSupport(projection, getAnnotationAccess(), getSharedColors()).install();
			projection.doOperation(ProjectionViewer.TOGGLE);
			folding = new JsonFolding(projection.getProjectionAnnotationModel(), viewer.getDocument());
		}
		listen(viewer);
		load();
	}

	@Override
	@NonNullByDefault({})
	protected ISourceViewer createSourceViewer(Composite parent, IVerticalRuler ruler, int styles) {
		ProjectionViewer viewer = new ProjectionViewer(parent, ruler, getOverviewRuler(), isOverviewRulerVisible(), styles);
		// makes it, so that marks are drawn
		getSourceViewerDecorationSupport(viewer);
		return viewer;
	}

	@Override
	@NonNullByDefault({})
	protected void configureSourceViewerDecorationSupport(SourceViewerDecorationSupport support) {
		super.configureSourceViewerDecorationSupport(support);
		Brackets.configure(support, getPreferenceStore(), this::setPreferenceStore);
	}

	private void listen(ISourceViewer viewer) {
		IDocument document = viewer.getDocument();
		JsonReading<TwinDocument> text = new JsonReading<>(viewer.getTextWidget(), document, TwinDocument::read, this::read);
		document.addDocumentListener(new IDocumentListener() {
			@Override
			public void documentAboutToBeChanged(@Nullable DocumentEvent event) {
				// it is heard afterwards
			}

			@Override
			public void documentChanged(@Nullable DocumentEvent event) {
				text.changed();
			}
		});
	}

	/** The text was read, some time after it was edited. */
	private void read(TwinDocument text) {
		ISourceViewer viewer = getSourceViewer();
		if (viewer != null && viewer.getAnnotationModel() != null) {
			marks.show(text.problems(), viewer.getDocument().getLength(), documents.getAnnotationModel(getEditorInput()));
			JsonFolding folds = folding;
			if (folds != null) {
				folds.show(text.json().root());
			}
			outline.show(text.json().root());
			JsonObjectNode desired = text.desired();
			ReportedPart part = reported;
			Twin twin = base;
			if (desired != null && part != null && twin != null) {
				part.compareWith(desired);
				differences.show(JsonDifference.between(desired, JsonDocument.object(twin.reported().json())), true,
						documents.getAnnotationModel(getEditorInput()));
			}
		}
	}

	private DeviceEditorInput device() {
		return (DeviceEditorInput) getEditorInput();
	}

	/** Reads the twin anew; what is typed stays until the new one is there. */
	void load() {
		HubConnection connection = device().connection();
		if (connection == null) {
			withNotice(line -> line.problem(Messages.No_connection));
			return;
		}
		withNotice(line -> line.info(NLS.bind(Messages.Reading, device().deviceId())));
		read(connection, this::loaded);
	}

	/** Reads the twin, and hands it over; a failure is said above the page. */
	private void read(HubConnection connection, Consumer<Twin> then) {
		HubReading hub = reading;
		if (hub != null) {
			hub.start(new GetTwinOperation(connection, ClientId.device(device().deviceId())), then, failure -> withNotice(
					line -> line.problem(NLS.bind(Messages.Read_failed, failure.getMessage()), Messages.Try_again, this::load)));
		}
	}

	private void loaded(Twin twin) {
		base = twin;
		withNotice(PageNotice::clear);
		documents.load(getEditorInput(), TwinDocument.text(twin));
		ISourceViewer viewer = getSourceViewer();
		viewer.setEditable(true);
		if (viewer instanceof ProjectionViewer projection) {
			projection.getUndoManager().reset();
		}
		showReported(twin);
	}

	/** The same as at the hub again. */
	@Override
	public void doRevertToSaved() {
		load();
	}

	@Override
	public void doSave(@Nullable IProgressMonitor monitor) {
		Twin seen = base;
		HubConnection connection = device().connection();
		if (seen == null || connection == null) {
			refuse(monitor, line -> line.problem(Messages.No_connection));
			return;
		}
		TwinDocument mine = TwinDocument.read(getSourceViewer().getDocument().get());
		if (!mine.isValid()) {
			refuse(monitor, line -> invalid(mine, line));
			return;
		}
		TwinPatch patch = document(seen).patchTo(mine);
		if (patch == null) {
			documents.saved(getEditorInput());
			withNotice(line -> line.info(Messages.Nothing_to_save));
			return;
		}
		try {
			Display display = getSite().getShell().getDisplay();
			Twin now = Saving.run(display, monitor,
					progress -> IotHubCore.get().operations().run(new PatchTwinOperation(connection, seen, patch), progress));
			saved(now, mine);
		} catch (CoreException e) {
			refuse(monitor, line -> failed(e.getStatus(), line));
		}
	}

	private void saved(Twin now, TwinDocument mine) {
		base = now;
		// as it is written, unless it has something that is not there any more
		if (!mine.problems().isEmpty() || !document(now).isSame(mine)) {
			getSourceViewer().getDocument().set(TwinDocument.text(now));
		}
		documents.saved(getEditorInput());
		withNotice(PageNotice::clear);
		showReported(now);
	}

	private void invalid(TwinDocument mine, PageNotice line) {
		TextProblem first = mine.problems().stream().filter(TextProblem::isError).findFirst().orElseThrow();
		int number = 1;
		try {
			number += getSourceViewer().getDocument().getLineOfOffset(first.offset());
		} catch (BadLocationException e) {
			// the text is the one that was read
		}
		line.problem(NLS.bind(Messages.Not_valid, number, ProblemTexts.of(first)));
		selectAndReveal(first.offset(), first.length());
	}

	private void failed(IStatus why, PageNotice line) {
		if (why.matches(IStatus.CANCEL)) {
			line.problem(Messages.Save_cancelled);
		} else if (HubStatus.code(why) == HubStatusCode.CHANGED_MEANWHILE) {
			line.problem(Messages.Changed_meanwhile);
			// when whoever saves has heard that nothing is saved
			Display display = getSite().getShell().getDisplay();
			display.asyncExec(this::readTheirs);
		} else {
			line.problem(NLS.bind(Messages.Save_failed, why.getMessage()));
		}
	}

	private void readTheirs() {
		HubConnection connection = device().connection();
		if (connection != null && getSourceViewer() != null) {
			read(connection, this::compare);
		}
	}

	/** Puts mine and theirs together, asks what the twin is to be, and saves that. */
	private void compare(Twin theirs) {
		Twin seen = base;
		TwinDocument mine = TwinDocument.read(getSourceViewer().getDocument().get());
		if (seen == null || !mine.isValid()) {
			return;
		}
		Merged merged = document(seen).merge(mine, document(theirs));
		String chosen = TwinConflict.ask(device().deviceId(), TwinDocument.text(seen), merged.text(), TwinDocument.text(theirs),
				merged.conflicts().size());
		if (chosen == null || getSourceViewer() == null) {
			return;
		}
		base = theirs;
		getSourceViewer().getDocument().set(chosen);
		showReported(theirs);
		if (getSite() instanceof MultiPageEditorSite site) {
			site.getPage().saveEditor(site.getMultiPageEditor(), false);
		}
	}

	private static TwinDocument document(Twin twin) {
		return TwinDocument.read(TwinDocument.text(twin));
	}

	/** Shows what Save would send. */
	private void preview() {
		Twin seen = base;
		ISourceViewer viewer = getSourceViewer();
		if (seen == null || viewer == null) {
			return;
		}
		TwinDocument mine = TwinDocument.read(viewer.getDocument().get());
		if (!mine.isValid()) {
			withNotice(line -> invalid(mine, line));
			return;
		}
		TwinPatch patch = document(seen).patchTo(mine);
		if (patch == null) {
			withNotice(line -> line.info(Messages.Nothing_to_save));
		} else {
			new PatchPreview(getSite().getShell(), seen, patch).open();
		}
	}

	private void showReported(Twin twin) {
		ReportedPart part = reported;
		if (part != null) {
			part.show(twin);
		}
	}

	/** Says why nothing was saved; whoever wanted to close the editor after that does not. */
	private void refuse(@Nullable IProgressMonitor monitor, Consumer<PageNotice> why) {
		if (monitor != null) {
			monitor.setCanceled(true);
		}
		withNotice(why);
	}

	private void withNotice(Consumer<PageNotice> what) {
		PageNotice line = notice;
		if (line != null) {
			what.accept(line);
		}
	}

	@Override
	@NonNullByDefault({})
	public <T> T getAdapter(Class<T> adapter) {
		return adapter == IContentOutlinePage.class ? adapter.cast(outline) : super.getAdapter(adapter);
	}
}
