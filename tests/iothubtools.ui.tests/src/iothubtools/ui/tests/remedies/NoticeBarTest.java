// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.remedies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.ISharedImages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.remedies.NoticeBar;
import iothubtools.ui.internal.remedies.Offer;
import iothubtools.ui.internal.remedies.Remedy;

/** The line above a page that says what is wrong, where there is little room. */
class NoticeBarTest {

	private static final String LONG = "The twin could not be read. Nothing answers at 127.0.0.1:8443. Check host name and port, and whether the hub runs: "
			+ "what is said here has more lines than a low page has room for, so that some of it has to be left out.";

	private Shell shell;
	private Composite page;
	private NoticeBar notice;

	@BeforeEach
	void open() {
		Ui.run(() -> {
			shell = new Shell(Ui.display(), SWT.SHELL_TRIM);
			page = new Composite(shell, SWT.NONE);
			GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(page);
			notice = new NoticeBar(page, "testedNotice", "What is wrong");
			Composite about = new Composite(page, SWT.NONE);
			GridDataFactory.fillDefaults().grab(true, true).applyTo(about);
			page.setSize(400, 400);
			shell.setSize(700, 900);
			shell.open();
		});
	}

	@AfterEach
	void close() {
		Ui.run(shell::dispose);
	}

	private void say(String message) {
		Ui.run(() -> notice.show(ISharedImages.IMG_OBJS_WARN_TSK, message, List.of(new Offer(Remedy.START_LOCAL_HUB, "Start the local hub", () -> { }))));
	}

	@Test
	void noLineIsCutThroughWhateverTheHeightOfThePage() {
		say(LONG);
		for (int height = 120; height < 600; height += 7) {
			int high = height;
			Ui.run(() -> page.setSize(300, high));
			String[] last = { "" };
			try {
				Until.holds("whole lines", () -> {
					page.layout(true, true);
					Text text = notice.text();
					int line = text.getLineHeight();
					int room = text.getClientArea().height;
					last[0] = room + " pixels for lines of " + line + " at " + high;
					return room % line <= 1 && room >= 3 * line;
				});
			} catch (AssertionError e) {
				throw new AssertionError(last[0], e);
			}
		}
	}

	@Test
	void whatHasNoRoomIsInTheToolTip() {
		say(LONG);
		Ui.run(() -> {
			page.setSize(300, 200);
			page.layout(true, true);
			assertEquals(LONG, notice.text().getToolTipText());
		});
		say("Nothing answers.");
		Ui.run(() -> {
			assertNull(notice.text().getToolTipText());
			assertTrue(notice.text().getSize().y < 3 * notice.text().getLineHeight());
		});
	}
}
