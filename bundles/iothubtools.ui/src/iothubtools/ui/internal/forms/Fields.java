// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.forms;

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.PixelConverter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.events.FocusListener;
import org.eclipse.swt.events.ModifyListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.events.TraverseListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import iothubtools.ui.internal.WidgetIds;

/**
 * Makes the fields of a form: each with a label before it, which screen readers read with it, and with an id by which
 * findings and tests name it.
 */
public final class Fields {

	/** Masks a secret while it is not to be shown. */
	public static final char ECHO = '\u2022';

	/** Room for a mark at the left of a field that has no label there, in pixels. */
	public static final int MARK = 8;
	/** Room between a label and its field, wide enough for a {@link FieldDecorations} mark. */
	private static final int GAP = 10;

	private Fields() {
	}

	/** The id of a control, or an empty string. */
	public static String id(Control control) {
		return control.getData(WidgetIds.KEY) instanceof String id ? id : "";
	}

	/** Pixels in which so many characters of the control's font have room, as fields that are not as wide as their window have. */
	public static int characters(Control control, int count) {
		return new PixelConverter(control).convertWidthInCharsToPixels(count);
	}

	/** A composite of {@code columns} columns whose left edges leave room for marks. */
	public static Composite grid(Composite parent, int columns) {
		Composite grid = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(columns).spacing(GAP, 6).applyTo(grid);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(grid);
		return grid;
	}

	/** A label in front of what is made next. */
	public static Label label(Composite parent, String text) {
		Label label = new Label(parent, SWT.NONE);
		label.setText(text);
		GridDataFactory.swtDefaults().applyTo(label);
		return label;
	}

	/** The label of a field below it that can be marked at its left: both begin where there is room for the mark. */
	public static Label labelAbove(Composite parent, String text) {
		Label label = label(parent, text);
		GridDataFactory.swtDefaults().indent(MARK, 0).applyTo(label);
		return label;
	}

	/** A label and a line of text, which tells {@code change} each edit. */
	public static Text text(Composite parent, String label, String id, String value, Consumer<String> change) {
		label(parent, label);
		return text(parent, SWT.BORDER | SWT.SINGLE, id, value, change);
	}

	/** A label and some lines of text, which are wrapped and tell {@code change} each edit; Tab leads on from them. */
	public static Text lines(Composite parent, String label, String id, String value, Consumer<String> change) {
		GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.TOP).applyTo(label(parent, label));
		Text text = text(parent, SWT.MULTI | SWT.WRAP | SWT.BORDER | SWT.V_SCROLL, id, value, change);
		tabLeadsOn(text);
		return text;
	}

	/**
	 * Selects what a field begins with whenever somebody comes to it, so that typing replaces it and does not stand before it, as GTK has it; what
	 * was typed is left alone.
	 */
	public static void selectUntyped(Text text) {
		String begun = text.getText();
		text.addFocusListener(FocusListener.focusGainedAdapter(event -> {
			if (text.getText().equals(begun)) {
				text.selectAll();
			}
		}));
	}

	/**
	 * A label and a line of text for a secret: its characters are not shown, see {@link #reveal}. Without the style PASSWORD,
	 * which on a Mac makes a field that can never show them.
	 */
	public static Text secret(Composite parent, String label, String id, String value, Consumer<String> change) {
		label(parent, label);
		Text text = text(parent, SWT.BORDER | SWT.SINGLE, id, value, change);
		reveal(text, false);
		return text;
	}

	/** Shows or hides the characters of a secret. */
	public static void reveal(Text secret, boolean shown) {
		secret.setEchoChar(shown ? '\0' : ECHO);
	}

	/** Text without a label. */
	public static Text text(Composite parent, int style, String id, String value, Consumer<String> change) {
		Text text = new Text(parent, style);
		text.setText(value);
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(200, SWT.DEFAULT)
				.applyTo(text);
		ModifyListener modified = event -> change.accept(text.getText());
		text.addModifyListener(modified);
		return WidgetIds.mark(text, id);
	}

	/** Lines that are only to be read and copied, on the background of what they stand on; Tab and Enter do there what they do elsewhere in a dialog. */
	public static Text readOnly(Composite parent, int style, String id) {
		Text text = WidgetIds.mark(new Text(parent, style | SWT.MULTI | SWT.READ_ONLY), id);
		blendIn(text);
		tabLeadsOn(text);
		TraverseListener enter = event -> event.doit |= event.detail == SWT.TRAVERSE_RETURN;
		text.addTraverseListener(enter);
		return text;
	}

	/** Gives a text the background of what it stands on, also after a theme has given that another one: it does so some time after it was made. */
	public static void blendIn(Text text) {
		Composite ground = text.getParent();
		text.setBackground(ground.getBackground());
		ground.addListener(SWT.Paint, event -> {
			if (!text.isDisposed() && !text.getBackground().equals(ground.getBackground())) {
				text.setBackground(ground.getBackground());
			}
		});
	}

	/** Tab leads on from several lines as from every other field: in none of ours is a tab of use, and who indents types spaces. */
	public static void tabLeadsOn(Control lines) {
		TraverseListener tab = event -> event.doit |= event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS;
		lines.addTraverseListener(tab);
	}

	/** A label and a line of text with proposals to choose from. */
	public static Combo combo(Composite parent, String label, String id, String value, Consumer<String> change) {
		label(parent, label);
		Combo combo = new Combo(parent, SWT.DROP_DOWN);
		combo.setText(value);
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(200, SWT.DEFAULT)
				.applyTo(combo);
		ModifyListener modified = event -> change.accept(combo.getText());
		combo.addModifyListener(modified);
		return WidgetIds.mark(combo, id);
	}

	/** Fills the list of a combo; setting its items alone would empty its text. Whoever types there goes on where they are. */
	public static void suggest(Combo combo, List<String> items) {
		if (items.equals(List.of(combo.getItems()))) {
			return;
		}
		String text = combo.getText();
		Point selection = combo.getSelection();
		combo.setItems(items.toArray(String[]::new));
		combo.setText(text);
		combo.setSelection(selection);
	}

	/** A check box or a radio button ({@code style}), which tells {@code change} each change. */
	public static Button choice(Composite parent, int style, String label, String id, boolean value,
			Consumer<Boolean> change) {
		return bind(new Button(parent, style), label, id, value, change);
	}

	/** Makes a check box or radio button that already has its place tell {@code change} each change. */
	public static Button bind(Button button, String label, String id, boolean value, Consumer<Boolean> change) {
		button.setText(label);
		button.setSelection(value);
		button.addSelectionListener(
				SelectionListener.widgetSelectedAdapter(event -> change.accept(button.getSelection())));
		return WidgetIds.mark(button, id);
	}

	/** A push button. */
	public static Button button(Composite parent, String label, String id, Runnable action) {
		Button button = new Button(parent, SWT.PUSH);
		button.setText(label);
		GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).applyTo(button);
		button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
		return WidgetIds.mark(button, id);
	}

	/** Says what a control without a label of its own is, for screen readers. */
	public static void accessibleName(Control control, String name) {
		control.getAccessible().addAccessibleListener(AccessibleListener.getNameAdapter(event -> event.result = name));
	}
}
