// SPDX-License-Identifier: EPL-2.0
package iothubtools.tour.driver;

import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.Widget;

/**
 * One part of the screen, a window or a composite in it, with what a person does there. Each method waits until what it needs is there
 * and enabled, at most {@link Until#PATIENCE}, and fails with an {@link AssertionError} that names it otherwise.
 */
public final class Scope {

	private final String name;
	private final Supplier<@Nullable Composite> root;

	private Scope(String name, Supplier<@Nullable Composite> root) {
		this.name = name;
		this.root = root;
	}

	/** The window with this title, which may still have to open. */
	public static Scope window(String title) {
		return new Scope(title, () -> shell(title));
	}

	/** What lies below one composite. */
	public static Scope of(String name, Composite composite) {
		return new Scope(name, () -> composite.isDisposed() ? null : composite);
	}

	/** Waits until the window is there. */
	public Scope open() {
		found("it", composite -> composite);
		return this;
	}

	/** Waits until the window is gone. */
	public void closed() {
		Until.holds(name + " to close", () -> root.get() == null);
	}

	/** Types into the field with this label, instead of what it holds. */
	public void type(String label, String value) {
		Control field = field(label);
		Ui.run(() -> {
			field.setFocus();
			if (field instanceof Text text) {
				text.setText(value);
			} else if (field instanceof StyledText text) {
				text.setText(value);
			} else if (field instanceof Combo combo) {
				combo.setText(value);
			} else {
				throw new AssertionError(label + " is no field to type into: " + field.getClass());
			}
		});
	}

	/** Types into the first text with colours, which has no label but is what the part is about, instead of what it holds. */
	public void write(String value) {
		StyledText field = found("a text to write", composite -> first(below(composite, StyledText.class).filter(Control::isEnabled)));
		Ui.run(() -> {
			field.setFocus();
			field.setText(value);
		});
	}

	/** Types in the place of the first words that read like this, in the first text with colours that has them. */
	public void replace(String words, String value) {
		StyledText field = found("the words \"" + words + "\" to replace",
				composite -> first(below(composite, StyledText.class).filter(text -> text.isEnabled() && text.getText().contains(words))));
		Ui.run(() -> {
			field.setFocus();
			field.setSelectionRange(field.getText().indexOf(words), words.length());
			field.insert(value);
		});
	}

	/** Waits until the field with this label holds this. */
	public void holds(String label, String value) {
		Control field = field(label);
		Until.holds(label + " to hold " + value, () -> value.equals(field instanceof Combo combo ? combo.getText()
				: field instanceof Text text ? text.getText() : field instanceof StyledText styled ? styled.getText() : null));
	}

	/** Waits until the button can be pressed; a wizard takes a moment for that after its work. */
	public void ready(String button) {
		Until.holds("the button " + button + " to be enabled", () -> enabled(button));
	}

	/** Whether there is such a button that can be pressed now. */
	public boolean enabled(String button) {
		return Boolean.TRUE.equals(Ui.get(() -> {
			Composite composite = root.get();
			return composite != null && buttons(composite, button).anyMatch(Button::isEnabled);
		}));
	}

	/** Presses a button, or turns a check box or a radio button on; comes back at once, even if a dialog opens. */
	public void press(String text) {
		Button button = found("the button " + text,
				composite -> first(buttons(composite, text).filter(Button::isEnabled)));
		Ui.post(() -> {
			if ((button.getStyle() & SWT.RADIO) != 0) {
				below(button.getParent(), Button.class).filter(other -> other != button && (other.getStyle() & SWT.RADIO) != 0)
						.forEach(other -> select(other, false));
				select(button, true);
			} else if ((button.getStyle() & (SWT.CHECK | SWT.TOGGLE)) != 0) {
				select(button, !button.getSelection());
			} else {
				notify(button);
			}
		});
	}

	/** Presses the tool bar's button with this tool tip. */
	public void pressTool(String toolTip) {
		ToolItem item = found("the tool " + toolTip,
				composite -> first(below(composite, ToolBar.class).flatMap(bar -> Stream.of(bar.getItems()))
						.filter(tool -> tool.isEnabled() && toolTip.equals(shortToolTip(tool)))));
		Ui.post(() -> notify(item));
	}

	/** Chooses an entry of the window's menu bar by its path, as in "Window", "Preferences"; comes back at once. */
	public void choose(String... path) {
		MenuItem item = found("the menu entry " + String.join(" > ", path), composite -> {
			Menu bar = composite.getShell().getMenuBar();
			return bar == null ? null : Menus.find(bar, path);
		});
		Ui.post(() -> Menus.choose(item));
	}

	/** Gives the window a size, so that pictures of it are all alike. */
	public void resize(int width, int height) {
		found("it", composite -> {
			composite.getShell().setMaximized(false);
			composite.getShell().setBounds(0, 0, width, height);
			return composite;
		});
	}

	/** Brings the page with this title on its tab to the front, as a click on the tab does. */
	public void showTab(String title) {
		CTabItem tab = found("the tab " + title, composite -> first(below(composite, CTabFolder.class).flatMap(folder -> Stream.of(folder.getItems()))
				.filter(item -> item.getText().equals(title))));
		Ui.run(() -> {
			tab.getParent().setSelection(tab);
			Event event = new Event();
			event.item = tab;
			tab.getParent().notifyListeners(SWT.Selection, event);
		});
	}

	/** Follows the link whose text contains these words. */
	public void follow(String words) {
		Link link = found("the link " + words,
				composite -> first(below(composite, Link.class).filter(some -> some.getText().contains(words))));
		Ui.post(() -> notify(link));
	}

	/** Waits until these words can be read somewhere: in a label, a field or a link. */
	public void shows(String words) {
		try {
			found("the words \"" + words + "\"", composite -> texts(composite).anyMatch(text -> text.contains(words)) ? composite : null);
		} catch (AssertionError e) {
			throw new AssertionError(e.getMessage() + ", where one reads:\n" + read(), e);
		}
	}

	/** Waits until a long text has these words, and scrolls so that its last line with them is the first that can be seen, if there is enough below. */
	public void scrollTo(String words) {
		found("the words \"" + words + "\" in a long text", composite -> {
			StyledText text = first(below(composite, StyledText.class).filter(some -> some.getText().contains(words)));
			if (text != null) {
				text.setTopIndex(text.getLineAtOffset(text.getText().lastIndexOf(words)));
			}
			return text;
		});
	}

	/** Waits until these words can be read nowhere. */
	public void showsNot(String words) {
		found("the words \"" + words + "\" to go", composite -> texts(composite).noneMatch(text -> text.contains(words)) ? composite : null);
	}

	/** The first table that is visible here. */
	public Rows table() {
		return new Rows(found("a table", composite -> first(below(composite, Table.class))));
	}

	/** The first tree that is visible here. */
	public Rows tree() {
		return new Rows(found("a tree", composite -> first(below(composite, Tree.class))));
	}

	/** The field after the label. */
	private Control field(String label) {
		return found("the field " + label, composite -> {
			Control field = Widgets.labelled(composite, label);
			return field != null && field.isEnabled() ? field : null;
		});
	}

	private <T> T found(String what, Function<Composite, @Nullable T> find) {
		return Until.found(what + " in " + name, () -> {
			Composite composite = root.get();
			return composite == null ? null : find.apply(composite);
		});
	}

	private @Nullable String read() {
		return Ui.get(() -> {
			Composite composite = root.get();
			return composite == null ? null : texts(composite).filter(text -> !text.isBlank()).collect(Collectors.joining("\n"));
		});
	}

	private static @Nullable Shell shell(String title) {
		for (Shell shell : Ui.display().getShells()) {
			if (shell.isVisible() && shell.getText().equals(title)) {
				return shell;
			}
		}
		return null;
	}

	private static Stream<String> texts(Composite root) {
		Stream<String> labels = below(root, Label.class).map(Label::getText);
		Stream<String> titles = below(root, CLabel.class).map(CLabel::getText).filter(Objects::nonNull);
		Stream<String> fields = below(root, Text.class).map(field -> field.getText().replace(Text.DELIMITER, "\n"));
		Stream<String> styled = below(root, StyledText.class).map(StyledText::getText);
		Stream<String> links = below(root, Link.class).map(Link::getText);
		return Stream.of(labels, titles, fields, styled, links).flatMap(some -> some);
	}

	private static <T> @Nullable T first(Stream<T> some) {
		Iterator<T> each = some.iterator();
		return each.hasNext() ? each.next() : null;
	}

	private static Stream<Button> buttons(Composite root, String text) {
		return below(root, Button.class).filter(button -> Widgets.plain(button.getText()).equals(text));
	}

	/** A command's tool tip without the key that the workbench puts behind it, as in "Refresh (F5)". */
	private static String shortToolTip(ToolItem item) {
		String shown = item.getToolTipText();
		if (shown == null) {
			return "";
		}
		int key = shown.lastIndexOf(" (");
		return Widgets.plain(key > 0 ? shown.substring(0, key) : shown);
	}

	private static void select(Button button, boolean on) {
		button.setSelection(on);
		notify(button);
	}

	private static void notify(Widget widget) {
		if (!widget.isDisposed()) {
			widget.notifyListeners(SWT.Selection, new Event());
		}
	}

	private static <T extends Control> Stream<T> below(Control control, Class<T> kind) {
		List<T> found = Widgets.below(control, kind);
		return found.stream();
	}
}
