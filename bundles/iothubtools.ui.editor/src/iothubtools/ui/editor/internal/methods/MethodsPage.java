// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.methods;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.forms.editor.FormEditor;
import org.eclipse.ui.forms.editor.FormPage;

import iothubtools.client.methods.DirectMethod;
import iothubtools.client.names.ClientId;
import iothubtools.core.events.HubEvent;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.methods.MethodHistory;
import iothubtools.core.methods.MethodRun;
import iothubtools.core.operations.ListModulesOperation;
import iothubtools.ui.editor.internal.input.DeviceEditorInput;
import iothubtools.ui.editor.internal.page.HoldingPage;
import iothubtools.ui.editor.internal.page.KeptPage;
import iothubtools.ui.editor.internal.page.PageFrame;
import iothubtools.ui.editor.internal.page.RefreshedPage;
import iothubtools.ui.editor.internal.page.ScrolledPart;
import iothubtools.ui.editor.internal.page.SideBySide;
import iothubtools.ui.editor.internal.page.TitledPart;
import iothubtools.ui.internal.HelpContext;
import iothubtools.ui.internal.HubChanges;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.forms.FieldDecorations;
import iothubtools.ui.internal.forms.Findings;

/** The direct methods of a device and its modules, or of a module alone: one to run, and those that were run with what came of them. Nothing of it is to be saved. */
public final class MethodsPage extends FormPage implements HoldingPage, KeptPage, RefreshedPage, RunsPart.Actions, Invocation.Listener {

	/** Of the page. */
	public static final String ID = "methods";

	private final MethodModel model = new MethodModel();
	private final FieldDecorations decorations = new FieldDecorations();
	private @Nullable PageFrame frame;
	private @Nullable TargetField target;
	private @Nullable MethodForm form;
	private @Nullable InvokeBar bar;
	private @Nullable RunsPart runs;
	private @Nullable Invocation invocation;
	private @Nullable KeptMethods kept;
	private List<DirectMethod> favourites = List.of();
	/** Id of the run to select when it is there. */
	private String newest = "";
	private boolean all;

	public MethodsPage(FormEditor editor) {
		super(editor, ID, Messages.Title);
	}

	@Override
	public void createPartControl(@Nullable Composite parent) {
		DeviceEditorInput device = (DeviceEditorInput) getEditorInput();
		model.setDevices(device.deviceId());
		PageFrame page = new PageFrame(parent, getEditor().getEditorSite(), device, this::connected);
		frame = page;
		kept = new KeptMethods(page.control(), this::show);
		HelpContext.set(page.control(), MethodsPage.class);
		SashForm sash = SideBySide.create(page.control());
		GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
		invocation = new Invocation(sash, this);
		TitledPart call = new TitledPart(sash, Messages.Head);
		Link link = WidgetIds.mark(new Link(call.beside(), SWT.NONE), MethodIds.FAVOURITES);
		link.setText(Messages.Favourites);
		link.addListener(SWT.Selection, event -> openFavourites(link));
		createForm(new ScrolledPart(call.content()).content(), device.client());
		runs = new RunsPart(sash, this);
		sash.setWeights(4, 5);
		HubChanges.follow(sash, event -> event instanceof HubEvent.MethodsChanged changed && changed.connection().id().equals(device.connectionId()),
				event -> loadRuns());
		changed();
		loadRuns();
		loadModules();
	}

	private void createForm(Composite area, ClientId client) {
		Composite grid = new Composite(area, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(MethodForm.COLUMNS).spacing(10, 4).margins(10, 4).applyTo(grid);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(grid);
		String module = client.moduleId();
		if (module == null) {
			createTarget(grid, client.deviceId());
		} else {
			model.setModule(module);
		}
		MethodForm fields = new MethodForm(grid, model, decorations, this::changed);
		fields.onEnter(this::invoke);
		form = fields;
		bar = new InvokeBar(grid, this::invoke, () -> with(invocation, Invocation::cancel));
	}

	private void createTarget(Composite grid, String deviceId) {
		TargetField who = new TargetField(grid, deviceId, model.module(), module -> {
			model.setModule(module);
			changed();
		});
		decorations.add(who.control());
		target = who;
	}

	private static <T> void with(@Nullable T part, Consumer<T> what) {
		if (part != null) {
			what.accept(part);
		}
	}

	/** This page has no form of Eclipse's own. */
	@Override
	public @Nullable Control getPartControl() {
		PageFrame page = frame;
		return page == null ? null : page.control();
	}

	@Override
	public void setFocus() {
		with(form, MethodForm::setFocus);
	}

	private void changed() {
		Findings findings = model.findings();
		decorations.show(findings);
		with(bar, shown -> shown.show(findings));
	}

	private void invoke() {
		InvokeBar shown = bar;
		if (shown != null && shown.canInvoke()) {
			start(model.targets().get(0), model.method());
		}
	}

	private void start(ClientId who, DirectMethod method) {
		PageFrame page = frame;
		HubConnection connection = page == null ? null : page.connection();
		if (connection != null) {
			with(invocation, it -> it.start(connection, who, method));
		}
	}

	@Override
	public void started(ClientId who, DirectMethod method) {
		with(frame, PageFrame::clear);
		with(bar, shown -> shown.started(method.name(), who));
		with(runs, shown -> shown.running(true));
	}

	@Override
	public void ended(ClientId who, DirectMethod method, @Nullable MethodRun run, @Nullable IStatus why) {
		with(bar, InvokeBar::ended);
		with(runs, shown -> shown.running(false));
		PageFrame page = frame;
		if (page == null) {
			return;
		}
		if (run != null) {
			newest = run.id();
		}
		if (why == null) {
			if (run != null && run.answer() == null) {
				page.info(NLS.bind(Messages.Cancelled, who, method.name()));
			}
		} else if (why.matches(IStatus.CANCEL)) {
			page.info(Messages.Not_begun);
		} else {
			page.failed(reason -> NLS.bind(Messages.No_answer, new Object[] { method.name(), who, reason }), why, () -> start(who, method));
		}
		loadRuns();
	}

	private void loadRuns() {
		PageFrame page = frame;
		HubConnection connection = page == null ? null : page.device().connection();
		if (page != null && connection != null) {
			with(kept, it -> it.load(connection));
		}
	}

	private void show(List<MethodRun> known, List<DirectMethod> liked) {
		PageFrame page = frame;
		if (page == null) {
			return;
		}
		favourites = liked;
		ClientId client = page.device().client();
		List<MethodRun> shown = known.stream().filter(run -> all || isOf(client, run.target())).toList();
		String chosen = shown.stream().anyMatch(run -> run.id().equals(newest)) ? newest : "";
		newest = chosen.isEmpty() ? newest : "";
		with(runs, part -> part.show(shown, chosen));
		with(form, fields -> fields.propose(known.stream().map(run -> run.method().name()).toList()));
	}

	private static boolean isOf(ClientId client, ClientId target) {
		return client.moduleId() == null ? target.deviceId().equals(client.deviceId()) : target.equals(client);
	}

	/** A policy that may not read them, or a device that is disabled, has none to choose from: they can be typed. */
	private void loadModules() {
		PageFrame page = frame;
		HubConnection connection = page == null ? null : page.connection(this::connected);
		if (page != null && connection != null && target != null) {
			page.read(new ListModulesOperation(connection, page.device().deviceId()), modules -> with(target, field -> field.offer(modules)), why -> { });
		}
	}

	/** What is typed and what stands above the page stays. */
	@Override
	public void refresh() {
		loadRuns();
		loadModules();
	}

	/** There is a connection, or the device, again. */
	private void connected() {
		with(frame, PageFrame::clear);
		loadRuns();
		loadModules();
	}

	private void openFavourites(Control below) {
		DirectMethod current = model.findings().complete() ? model.method() : null;
		FavouritesMenu.open(below, favourites, current, this::fill, favourite -> {
			if (current != null) {
				change((history, connection) -> history.setFavourite(connection, current, favourite));
			}
		});
	}

	private void change(BiConsumer<MethodHistory, HubConnection> change) {
		PageFrame page = frame;
		HubConnection connection = page == null ? null : page.connection();
		if (connection != null) {
			with(kept, it -> it.change(connection, change));
		}
	}

	private void fill(DirectMethod method) {
		model.set(method);
		with(form, MethodForm::show);
		changed();
	}

	@Override
	public void runAgain(MethodRun run) {
		start(run.target(), run.method());
	}

	@Override
	public void edit(MethodRun run) {
		fill(run.method());
		String module = run.target().moduleId();
		if (run.target().deviceId().equals(model.devices())) {
			with(target, field -> field.choose(module == null ? "" : module));
		}
		setFocus();
	}

	@Override
	public void remove(List<MethodRun> some) {
		change((history, connection) -> history.remove(connection, some));
	}

	@Override
	public void showAll(boolean devices) {
		all = devices;
		loadRuns();
	}

	/** What is typed of a method that may not have been run yet. */
	@Override
	public boolean holds() {
		return !model.name().isBlank() || !model.payload().isBlank();
	}

	@Override
	public void keep(IMemento memento) {
		MethodMemento.keep(model, memento);
	}

	@Override
	public void restore(IMemento memento) {
		MethodMemento.restore(model, memento);
		String module = model.module();
		with(target, field -> field.choose(module));
		with(form, MethodForm::show);
	}
}
