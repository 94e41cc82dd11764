// SPDX-License-Identifier: EPL-2.0
package iothubtools.swtbot.tests.support;

import java.util.Arrays;
import java.util.Objects;

import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Item;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;

import iothubtools.tour.driver.Ui;

/** Everything that can be read in all windows of the IDE, tool tips included. */
public final class Screen {

	private final StringBuilder read = new StringBuilder();

	private Screen() {
	}

	/** All of it as it is now. */
	public static String text() {
		return Objects.requireNonNull(Ui.get(() -> {
			Screen screen = new Screen();
			for (Shell shell : Ui.display().getShells()) {
				screen.line(shell.getText());
				screen.read(shell);
			}
			return screen.read.toString();
		}));
	}

	private void read(Control control) {
		line(control.getToolTipText());
		if (control instanceof Label label) {
			line(label.getText());
		} else if (control instanceof CLabel label) {
			line(label.getText());
		} else if (control instanceof Text text) {
			line(text.getText());
		} else if (control instanceof StyledText text) {
			line(text.getText());
		} else if (control instanceof Combo combo) {
			line(combo.getText());
		} else if (control instanceof Button button) {
			line(button.getText());
		} else if (control instanceof Link link) {
			line(link.getText());
		} else if (control instanceof Table table) {
			Arrays.stream(table.getItems()).forEach(item -> cells(item, table.getColumnCount()));
		} else if (control instanceof Tree tree) {
			read(tree.getItems(), tree.getColumnCount());
		}
		if (control instanceof Composite composite) {
			Arrays.stream(composite.getChildren()).forEach(this::read);
		}
	}

	private void read(TreeItem[] items, int columns) {
		for (TreeItem item : items) {
			cells(item, columns);
			read(item.getItems(), columns);
		}
	}

	private void cells(Item item, int columns) {
		for (int column = 0; column < Math.max(1, columns); column++) {
			line(item instanceof TableItem row ? row.getText(column) : ((TreeItem) item).getText(column));
		}
	}

	private void line(String text) {
		if (text != null && !text.isEmpty()) {
			read.append(text).append('\n');
		}
	}
}
