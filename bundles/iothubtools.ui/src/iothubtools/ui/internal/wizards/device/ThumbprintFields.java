// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.device;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.forms.FieldDecorations;
import iothubtools.ui.internal.forms.Fields;
import iothubtools.ui.internal.forms.FileChoice;

/** The thumbprints of the certificates of a device: typed, pasted, or made of a certificate file. */
final class ThumbprintFields {

	private static final String PATTERNS = "*.pem;*.crt;*.cer;*.der";

	private final NewDeviceModel model;
	private final Runnable changed;
	private final Composite form;
	private final Text primary;
	private final Text secondary;
	private final Label hint;

	ThumbprintFields(Composite parent, NewDeviceModel model, FieldDecorations decorations, Runnable changed) {
		this.model = model;
		this.changed = changed;
		form = Fields.grid(parent, 3);
		primary = row(Messages.Primary_thumbprint_label, NewDeviceFields.PRIMARY_THUMBPRINT, model.primaryThumbprint(),
				Messages.Browse_primary, NewDeviceFields.BROWSE_PRIMARY);
		secondary = row(Messages.Secondary_thumbprint_label, NewDeviceFields.SECONDARY_THUMBPRINT, model.secondaryThumbprint(),
				Messages.Browse_secondary, NewDeviceFields.BROWSE_SECONDARY);
		decorations.add(primary);
		decorations.add(secondary);
		createAlgorithm();
		hint = new Label(form, SWT.WRAP);
		GridDataFactory.fillDefaults().grab(true, false).span(3, 1).hint(300, SWT.DEFAULT).applyTo(hint);
		hint.setText(Messages.Thumbprint_hint);
		WidgetIds.mark(hint, NewDeviceFields.THUMBPRINT_HINT);
	}

	Composite control() {
		return form;
	}

	List<Text> texts() {
		return List.of(primary, secondary);
	}

	private Text row(String label, String id, ThumbprintModel thumbprint, String browse, String browseId) {
		Text text = Fields.text(form, label, id, thumbprint.text(), edited -> {
			thumbprint.setText(edited);
			told();
		});
		Fields.button(form, browse, browseId, () -> browse(thumbprint));
		return text;
	}

	private void browse(ThumbprintModel thumbprint) {
		Path file = FileChoice.open(form.getShell(), Messages.Browse_title, PATTERNS);
		if (file != null) {
			thumbprint.read(file, model.thumbprintAlgorithm());
			follow();
		}
	}

	private void createAlgorithm() {
		Fields.label(form, Messages.Algorithm_label);
		Combo combo = WidgetIds.mark(new Combo(form, SWT.DROP_DOWN | SWT.READ_ONLY), NewDeviceFields.THUMBPRINT_ALGORITHM);
		combo.setItems(Arrays.stream(ThumbprintAlgorithm.values()).map(ThumbprintAlgorithm::label).toArray(String[]::new));
		combo.select(model.thumbprintAlgorithm().ordinal());
		GridDataFactory.swtDefaults().span(2, 1).applyTo(combo);
		combo.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
			model.setThumbprintAlgorithm(ThumbprintAlgorithm.values()[combo.getSelectionIndex()]);
			follow();
		}));
	}

	private void follow() {
		primary.setText(model.primaryThumbprint().text());
		secondary.setText(model.secondaryThumbprint().text());
		told();
	}

	private void told() {
		String origins = Stream.of(model.primaryThumbprint(), model.secondaryThumbprint()).map(ThumbprintModel::origin)
				.filter(origin -> !origin.isEmpty()).collect(Collectors.joining("\n"));
		// names may have an & of their own
		hint.setText(origins.isEmpty() ? Messages.Thumbprint_hint : origins.replace("&", "&&"));
		hint.setToolTipText(origins);
		changed.run();
	}
}
