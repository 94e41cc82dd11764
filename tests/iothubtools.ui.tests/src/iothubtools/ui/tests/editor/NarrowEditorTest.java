// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.tests.support.DeviceEditorPart;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.WithHubView;

/** The editor of a device in a small window. */
class NarrowEditorTest extends WithHubView {

	private static final List<String> PAGES = List.of("", "identity", "modules", "methods", "messages", "raw");

	@RegisterExtension
	final HubFixture hub = new HubFixture("Factory");
	private Shell window;
	private Point before;
	private DeviceEditorPart editor;

	@BeforeEach
	void openItInASmallWindow() throws Exception {
		hub.create("d1");
		Until.holds("d1 to be listed", () -> view.names().contains("d1"));
		view.select("d1");
		Ui.run(() -> view.table().notifyListeners(SWT.DefaultSelection, new Event()));
		editor = DeviceEditorPart.awaitOpen("d1").awaitRead();
		window = Ui.get(() -> HubView.page().getWorkbenchWindow().getShell());
		before = Ui.get(window::getSize);
		zoom();
	}

	@AfterEach
	void closeTheEditors() {
		zoom();
		resize(before);
		Ui.run(() -> HubView.page().closeAllEditors(false));
	}

	private void zoom() {
		Ui.run(() -> HubView.page().toggleZoom(HubView.page().getReference(editor.part())));
	}

	private void resize(Point size) {
		Ui.run(() -> window.setSize(size));
		Until.holds("the window to be " + size, () -> window.getSize().equals(size));
	}

	@Test
	void onNoPageIsATitleLinkOrButtonCut() {
		resize(new Point(500, 640));
		for (String page : PAGES) {
			editor.showPage(page);
			List<String> cut = new ArrayList<>();
			try {
				Until.holds("all of it", () -> {
					cut.clear();
					collect((Composite) editor.part().getSite().getShell(), cut);
					return cut.isEmpty();
				});
			} catch (AssertionError e) {
				assertEquals(List.of(), cut, "page " + page);
			}
		}
	}

	/** Those that can be seen and are not as large as they have to be, or reach over the edge of what they stand in; what is scrolled may. */
	private void collect(Composite parent, List<String> cut) {
		for (Control child : parent.getChildren()) {
			if (!child.isVisible() || child instanceof ScrolledComposite) {
				continue;
			}
			if (child instanceof Label || child instanceof Link || child instanceof Button) {
				Point size = child.getSize();
				Point needed = child.computeSize((child.getStyle() & SWT.WRAP) == 0 ? SWT.DEFAULT : size.x, SWT.DEFAULT);
				if (isOfTheEditor(child) && (size.x < needed.x || size.y < needed.y || child.getLocation().x + size.x > parent.getClientArea().width)) {
					cut.add(child + " " + child.getBounds() + " needs " + needed + " in " + parent.getClientArea());
				}
			} else if (child instanceof Composite composite) {
				collect(composite, cut);
			}
		}
	}

	private boolean isOfTheEditor(Control control) {
		Control own = editor.find("editorNotice");
		Composite folder = own.getParent();
		while (!(folder instanceof CTabFolder)) {
			folder = folder.getParent();
		}
		for (Composite place = control.getParent(); place != null; place = place.getParent()) {
			if (place == folder) {
				return true;
			}
		}
		return false;
	}

	@Test
	void whatWentWrongLeavesRoomForWhatItIsAbout() {
		resize(new Point(500, 500));
		editor.showPage("modules");
		Until.holds("the modules", () -> editor.find("modulesTable") != null);
		hub.stop();
		Ui.run(() -> editor.find("modulesRefresh").notifyListeners(SWT.Selection, new Event()));
		editor.awaitNotice("why not", said -> said.contains("Nothing answers at"));
		Ui.run(() -> {
			Control rows = editor.find("modulesTable");
			Composite page = rows.getParent().getParent().getParent().getParent();
			int told = notice(page).getSize().y;
			assertTrue(told <= Math.max(page.getSize().y / 3, 100), told + " of " + page.getSize().y);
			assertTrue(rows.getSize().y >= 50, "rows: " + rows.getSize());
		});
	}

	private static Control notice(Composite page) {
		for (Control child : page.getChildren()) {
			if ("editorNotice".equals(child.getData(WidgetIds.KEY))) {
				return child;
			}
		}
		return page.getParent() == null ? page : notice(page.getParent());
	}
}
