// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.identity;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import iothubtools.client.devices.CertificateAuthority;
import iothubtools.client.devices.DeviceAuthentication;
import iothubtools.client.devices.DeviceKeys;
import iothubtools.client.devices.SelfSigned;
import iothubtools.client.devices.SymmetricKeys;
import iothubtools.ui.internal.ToolTips;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.clipboard.Clipboards;
import iothubtools.ui.internal.credentials.CredentialFields;
import iothubtools.ui.internal.credentials.ThumbprintFiles;
import iothubtools.ui.internal.credentials.ThumbprintModel;
import iothubtools.ui.internal.credentials.ThumbprintsModel;
import iothubtools.ui.internal.forms.FieldDecorations;
import iothubtools.ui.internal.forms.Fields;
import iothubtools.ui.internal.forms.Finding;
import iothubtools.ui.internal.forms.Findings;
import iothubtools.ui.internal.model.DeviceTexts;

/**
 * The fields of how a device or module proves who it is: the kind, and its keys, which are masked until somebody wants to see them, or thumbprints.
 */
final class KeyFields {

	/** Of the grid they are in. */
	static final int COLUMNS = 5;
	/** Pixels that a field has at least. */
	private static final int NARROW = 80;
	private static final String PRIMARY = "identityPrimary";
	private static final String SECONDARY = "identitySecondary";

	/** Kinds that can be chosen. */
	private static final List<String> KINDS = List.of(SymmetricKeys.TYPE, SelfSigned.TYPE, CertificateAuthority.TYPE);

	private final FormArea area;
	private final Combo authentication;
	/** The wire names of what can be chosen now. */
	private List<String> kinds = KINDS;
	private final Label primaryLabel;
	private final Text primary;
	private final Label secondaryLabel;
	private final Text secondary;
	private final List<Control> ofKeys;
	private final List<Control> ofThumbprints;
	private final List<Control> ofBoth;
	private final ThumbprintsModel thumbprints = new ThumbprintsModel();
	private final ThumbprintFiles files;
	private final FieldDecorations decorations = new FieldDecorations();
	/** What the thumbprints are of, or why a file that was picked is of no use. */
	private final Label hint;
	private final Button shown;
	private String shownKind = SymmetricKeys.TYPE;
	/** As the hub has them. */
	private KeyEdits atHub = new KeyEdits(SymmetricKeys.TYPE, "", "");

	/**
	 * @param area  hears of each edit, also by {@link #show}
	 * @param owner whom a certificate is made for
	 */
	KeyFields(FormArea area, Supplier<String> owner) {
		this.area = area;
		Composite form = area.form();
		files = new ThumbprintFiles(form, thumbprints, owner, this::taken);
		Fields.label(form, Messages.Authentication);
		authentication = WidgetIds.mark(new Combo(form, SWT.DROP_DOWN | SWT.READ_ONLY), "identityAuthentication");
		authentication.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> choose()));
		GridDataFactory.swtDefaults().span(COLUMNS - 1, 1).applyTo(authentication);
		offer(KINDS);
		primaryLabel = Fields.label(form, Messages.Primary_key);
		primary = secret(form, PRIMARY, thumbprints.primary());
		Button copyPrimary = Fields.button(form, Messages.Copy, "identityCopyPrimary", () -> copy(true));
		Button newPrimary = Fields.button(form, Messages.Regenerate, "identityRegeneratePrimary", () -> regenerate(true));
		Button browsePrimary = Fields.button(form, Messages.Browse, CredentialFields.BROWSE_PRIMARY, () -> files.browse(thumbprints.primary()));
		Button makePrimary = Fields.button(form, Messages.Make, CredentialFields.MAKE_PRIMARY, () -> files.make(thumbprints.primary()));
		secondaryLabel = Fields.label(form, Messages.Secondary_key);
		secondary = secret(form, SECONDARY, thumbprints.secondary());
		Button copySecondary = Fields.button(form, Messages.Copy_secondary, "identityCopySecondary", () -> copy(false));
		Button newSecondary = Fields.button(form, Messages.Regenerate_secondary, "identityRegenerateSecondary", () -> regenerate(false));
		Button browseSecondary = Fields.button(form, Messages.Browse_secondary, CredentialFields.BROWSE_SECONDARY,
				() -> files.browse(thumbprints.secondary()));
		Button makeSecondary = Fields.button(form, Messages.Make_secondary, CredentialFields.MAKE_SECONDARY, () -> files.make(thumbprints.secondary()));
		// where there are keys, one button has the room of the two that thumbprints have
		List.of(newPrimary, newSecondary).forEach(button -> span(button, 2));
		Label empty = new Label(form, SWT.NONE);
		shown = Fields.choice(form, SWT.CHECK, Messages.Show_keys, "identityShowKeys", false, on -> reveal());
		GridDataFactory.swtDefaults().grab(true, false).applyTo(shown);
		Button swap = Fields.button(form, Messages.Swap, "identitySwap", this::swap);
		GridDataFactory.fillDefaults().span(COLUMNS - 2, 1).applyTo(swap);
		Label algorithmLabel = Fields.label(form, Messages.Algorithm);
		Combo algorithm = files.algorithm();
		GridDataFactory.swtDefaults().span(COLUMNS - 1, 1).applyTo(algorithm);
		Label below = new Label(form, SWT.NONE);
		hint = WidgetIds.mark(new Label(form, SWT.WRAP), CredentialFields.THUMBPRINT_HINT);
		GridDataFactory.fillDefaults().grab(true, false).span(COLUMNS - 1, 1).hint(NARROW, SWT.DEFAULT).applyTo(hint);
		ofKeys = List.of(newPrimary, newSecondary, empty, shown, swap);
		ofThumbprints = List.of(browsePrimary, makePrimary, browseSecondary, makeSecondary, algorithmLabel, algorithm, below, hint);
		ofBoth = List.of(primaryLabel, primary, copyPrimary, secondaryLabel, secondary, copySecondary);
		tell();
	}

	private Text secret(Composite form, String id, ThumbprintModel thumbprint) {
		Text text = Fields.text(form, SWT.BORDER | SWT.SINGLE, id, "", typed -> {
			// a key is no thumbprint
			if (shownKind.equals(SelfSigned.TYPE)) {
				thumbprint.setText(typed);
				tell();
			}
			area.edited();
		});
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(NARROW, SWT.DEFAULT).applyTo(text);
		decorations.add(text);
		return text;
	}

	/** A file was picked, or the other thumbprint of one is wanted. */
	private void taken() {
		set(primary, thumbprints.primary().text());
		set(secondary, thumbprints.secondary().text());
		tell();
	}

	/** Says below the thumbprints, and marks at the one it is about, what came of a file that was picked. */
	private void tell() {
		String problems = files.problems();
		String origins = files.origins();
		String said = Stream.of(problems, origins).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
		// names may have an & of their own
		String text = said.isEmpty() ? ThumbprintFiles.hint() : said.replace("&", "&&");
		if (!text.equals(hint.getText())) {
			hint.setText(text);
			ToolTips.show(hint, said);
			area.fit();
		}
		decorations.show(new Findings(Stream.of(finding(PRIMARY, thumbprints.primary()), finding(SECONDARY, thumbprints.secondary()))
				.filter(Objects::nonNull).toList()));
	}

	private static @Nullable Finding finding(String field, ThumbprintModel thumbprint) {
		return thumbprint.fileProblem().isEmpty() ? null : Finding.error(field, thumbprint.fileProblem());
	}

	/** A line with a label that can be read and copied, across the grid. */
	static Text readOnly(Composite form, String label, String id) {
		Fields.label(form, label);
		Text text = WidgetIds.mark(new Text(form, SWT.SINGLE | SWT.READ_ONLY), id);
		Fields.blendIn(text);
		return wide(text);
	}

	/** A line across the grid. */
	static Text wide(Text text) {
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).span(COLUMNS - 1, 1).hint(NARROW, SWT.DEFAULT).applyTo(text);
		return text;
	}

	/** The cursor stays where it is, if the text is there already. */
	static void set(Text text, String value) {
		if (!text.getText().equals(value)) {
			text.setText(value);
		}
	}

	/** What stands in the fields. */
	KeyEdits edits() {
		return new KeyEdits(kind(), primary.getText(), secondary.getText());
	}

	/** None is chosen before it is read. */
	private String kind() {
		int chosen = authentication.getSelectionIndex();
		return chosen < 0 ? shownKind : kinds.get(chosen);
	}

	private void offer(List<String> types) {
		kinds = types;
		authentication.setItems(types.stream().map(DeviceTexts::authentication).toArray(String[]::new));
	}

	/** Another kind has fields of its own; one that was left by mistake has what it had. */
	private void choose() {
		String kind = kind();
		if (!kind.equals(shownKind)) {
			show(atHub.type().equals(kind) ? atHub : KeyEdits.fresh(kind));
			area.fit();
			area.edited();
		}
	}

	/** Shows the fields that there are for the kind, with these edits. */
	void show(DeviceAuthentication read, KeyEdits edits) {
		atHub = KeyEdits.of(read);
		List<String> types = Stream.concat(KINDS.stream(), Stream.of(read.type(), edits.type())).distinct().toList();
		if (!types.equals(kinds)) {
			offer(types);
		}
		if (edits.equals(atHub)) {
			// it was saved, or read anew: that a file is of no use holds nothing up
			thumbprints.forgetProblems();
		}
		show(edits);
	}

	private void show(KeyEdits edits) {
		if (!edits.type().equals(shownKind)) {
			// what was picked for one kind is of no file when there is that kind again
			thumbprints.clear();
		}
		shownKind = edits.type();
		authentication.select(kinds.indexOf(edits.type()));
		boolean keys = edits.hasKeys();
		primaryLabel.setText(keys ? Messages.Primary_key : Messages.Primary_thumbprint);
		secondaryLabel.setText(keys ? Messages.Secondary_key : Messages.Secondary_thumbprint);
		// a key is seen neither before it goes nor when it comes
		Fields.reveal(primary, false);
		Fields.reveal(secondary, false);
		set(primary, edits.primary());
		set(secondary, edits.secondary());
		ofBoth.forEach(control -> exclude(control, !keys && !edits.hasThumbprints()));
		ofKeys.forEach(control -> exclude(control, !keys));
		ofThumbprints.forEach(control -> exclude(control, !edits.hasThumbprints()));
		Fields.reveal(primary, !keys || shown.getSelection());
		Fields.reveal(secondary, !keys || shown.getSelection());
		tell();
	}

	private static void exclude(Control control, boolean excluded) {
		control.setVisible(!excluded);
		if (control.getLayoutData() instanceof GridData data) {
			data.exclude = excluded;
		} else if (control.getLayoutData() == null) {
			GridDataFactory.swtDefaults().exclude(excluded).applyTo(control);
		}
	}

	private static void span(Button button, int columns) {
		if (button.getLayoutData() instanceof GridData data) {
			data.horizontalSpan = columns;
		}
	}

	private void reveal() {
		Fields.reveal(primary, shown.getSelection());
		Fields.reveal(secondary, shown.getSelection());
	}

	private void copy(boolean first) {
		String text = (first ? primary : secondary).getText();
		if (!text.isEmpty()) {
			Clipboards.copySecret(text);
		}
	}

	/** It is the device's or module's when it is saved. */
	private void regenerate(boolean first) {
		(first ? primary : secondary).setText(DeviceKeys.generate().reveal());
	}

	private void swap() {
		String first = primary.getText();
		primary.setText(secondary.getText());
		secondary.setText(first);
	}
}
