// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.fix;

import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.text.AbstractInformationControl;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.IInformationControlExtension2;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;

import iothubtools.ui.editor.internal.fix.ProblemHover.Line;
import iothubtools.ui.editor.internal.fix.ProblemHover.Said;
import iothubtools.ui.internal.WidgetIds;

/** The small window with what is said of a place of a text. */
final class ProblemHoverControl extends AbstractInformationControl implements IInformationControlExtension2 {

	/** What tests find a fix by. */
	static final String FIX = "quickFix";

	private static final int WIDTH = 420;

	private @Nullable Composite lines;
	private @Nullable Said said;

	/** @param stays whether it has the focus, and goes when somebody says so */
	ProblemHoverControl(Shell parent, boolean stays) {
		super(parent, stays);
		create();
	}

	@Override
	protected void createContent(@Nullable Composite parent) {
		Composite all = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().margins(6, 4).spacing(0, 4).applyTo(all);
		lines = all;
	}

	@Override
	public void setInput(@Nullable Object input) {
		Composite all = lines;
		if (all != null && input instanceof Said text) {
			said = text;
			for (Control child : all.getChildren()) {
				child.dispose();
			}
			text.lines().forEach(line -> add(all, line));
			colour(all, all);
			all.layout();
		}
	}

	private void add(Composite all, Line line) {
		Label label = new Label(all, SWT.WRAP);
		label.setText(line.text().replace("&", "&&"));
		GridDataFactory.fillDefaults().grab(true, false).hint(Math.min(WIDTH, label.computeSize(SWT.DEFAULT, SWT.DEFAULT).x), SWT.DEFAULT).applyTo(label);
		for (PlacedFix fix : line.fixes()) {
			Link link = WidgetIds.mark(new Link(all, SWT.NONE), FIX);
			link.setText("<a>" + fix.getDisplayString().replace("&", "&&").replace("<", "\u2039").replace(">", "\u203a") + "</a>");
			link.addListener(SWT.Selection, event -> follow(fix));
			GridDataFactory.swtDefaults().indent(10, 0).applyTo(link);
		}
	}

	private void follow(PlacedFix fix) {
		Said text = said;
		if (text != null) {
			fix.apply(text.document());
		}
		dispose();
	}

	/** As the rest of the window is. */
	private static void colour(Composite all, Control control) {
		if (control != all) {
			control.setBackground(all.getBackground());
			control.setForeground(all.getForeground());
		}
		if (control instanceof Composite composite) {
			for (Control child : composite.getChildren()) {
				colour(all, child);
			}
		}
	}

	@Override
	public void setForegroundColor(@Nullable Color foreground) {
		super.setForegroundColor(foreground);
		tint(all -> all.setForeground(foreground));
	}

	@Override
	public void setBackgroundColor(@Nullable Color background) {
		super.setBackgroundColor(background);
		tint(all -> all.setBackground(background));
	}

	private void tint(Consumer<Composite> what) {
		Composite all = lines;
		if (all != null) {
			what.accept(all);
			colour(all, all);
		}
	}

	@Override
	public boolean hasContents() {
		Said text = said;
		return text != null && !text.lines().isEmpty();
	}

	@Override
	public Point computeSizeHint() {
		return getShell().computeSize(SWT.DEFAULT, SWT.DEFAULT);
	}

	@Override
	public IInformationControlCreator getInformationPresenterControlCreator() {
		return ProblemHover.stayingControl();
	}
}
