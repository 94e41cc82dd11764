// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jface.layout.PixelConverter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Tree;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.editor.internal.methods.MethodIds;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.tests.support.DeviceEditorPart;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.WithHubView;

/** The editor of a device in a small window. */
class NarrowEditorTest extends WithHubView {

	/** Pixels of a head and two rows. */
	private static final int LEAST_ROWS = 50;
	private static final List<String> PAGES = List.of("", "identity", "modules", "methods", "messages", "raw");

	@RegisterExtension
	final HubFixture hub = new HubFixture("Factory");
	private Shell window;
	private Point before;
	private DeviceEditorPart editor;

	@BeforeEach
	void openItInASmallWindow() throws Exception {
		hub.create("d1");
		editor = DeviceEditorPart.open(view, "d1");
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
			Control notice = notice(rows.getParent());
			int told = notice.getSize().y;
			int page = notice.getParent().getSize().y;
			assertTrue(told <= Math.max(page / 3, 100), told + " of " + page);
			assertTrue(rows.getSize().y >= 50, "rows: " + rows.getSize());
		});
	}

	@Test
	void inALowWindowIdentityModulesAndMessagesAreScrolled() {
		resize(new Point(700, 330));
		for (String page : List.of("identity", "modules", "messages")) {
			editor.showPage(page);
			List<String> low = new ArrayList<>();
			try {
				Until.holds("room for all of it", () -> {
					low.clear();
					collectLow((Composite) editor.part().getSite().getShell(), low);
					return low.isEmpty();
				});
			} catch (AssertionError e) {
				assertEquals(List.of(), low, "page " + page);
			}
		}
	}

	/** Lists and texts that are too low, and what reaches below what it stands in; what is scrolled may. */
	private void collectLow(Composite parent, List<String> low) {
		for (Control child : parent.getChildren()) {
			if (!child.isVisible() || child.getClass() == Canvas.class) {
				// the latter is the corner of a text's ruler
				continue;
			}
			if (isOfTheEditor(child)) {
				boolean scrolled = parent instanceof ScrolledComposite;
				boolean below = child.getLocation().y + child.getSize().y > parent.getClientArea().height;
				boolean rows = child instanceof Table || child instanceof Tree || child instanceof StyledText;
				if (!scrolled && below || rows && child.getSize().y < LEAST_ROWS) {
					low.add(child + " " + child.getBounds() + " in " + parent.getClientArea());
				}
			}
			if (child instanceof Composite composite && !(child instanceof StyledText)) {
				collectLow(composite, low);
			}
		}
	}

	@Test
	void theFieldsOfAMethodAreWideEnoughToReadWhatIsInThem() {
		resize(new Point(640, 330));
		editor.showPage("methods");
		for (String field : List.of(MethodIds.NAME, MethodIds.TARGET)) {
			Until.holds(field + " to be wide enough", () -> {
				Control control = editor.find(field);
				return control != null && control.getSize().x >= new PixelConverter(control.getParent()).convertWidthInCharsToPixels(16);
			});
		}
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
