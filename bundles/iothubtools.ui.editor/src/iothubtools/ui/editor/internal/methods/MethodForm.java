// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.methods;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.PixelConverter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import iothubtools.ui.editor.internal.json.JsonField;
import iothubtools.ui.internal.forms.FieldDecorations;
import iothubtools.ui.internal.forms.Fields;

/** The fields of a direct method: its name, both timeouts and its payload, which takes the room that is left. */
public final class MethodForm {

	/** Of the grid they stand in. */
	public static final int COLUMNS = 2;

	private static final int LINES = 5;
	private static final int DIGITS = 5;
	/** Characters of an id or a payload that can be seen, at the least. */
	private static final int CHARACTERS = 16;
	private static final int NAMES = 20;

	private final MethodModel model;
	private final Combo name;
	private final Text response;
	private final Text connect;
	private final JsonField payload;

	/** Makes them in a grid of {@link #COLUMNS}; {@code changed} hears of each edit. */
	public MethodForm(Composite grid, MethodModel model, FieldDecorations decorations, Runnable changed) {
		this.model = model;
		name = Fields.combo(grid, Messages.Name_label, MethodIds.NAME, model.name(), text -> {
			model.setName(text);
			changed.run();
		});
		narrow(name);
		response = seconds(grid, Messages.Response_label, MethodIds.RESPONSE_TIMEOUT, model.responseTimeout());
		response.addModifyListener(event -> {
			model.setResponseTimeout(response.getText());
			changed.run();
		});
		connect = seconds(grid, Messages.Connect_label, MethodIds.CONNECT_TIMEOUT, model.connectTimeout());
		connect.addModifyListener(event -> {
			model.setConnectTimeout(connect.getText());
			changed.run();
		});
		Label label = Fields.label(grid, Messages.Payload_label);
		GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(label);
		payload = new JsonField(grid, MethodIds.PAYLOAD, Messages.Payload_accessible, text -> {
			model.setPayload(text);
			changed.run();
		});
		payload.begin(model.payload());
		payload.widget().setToolTipText(Messages.Payload_tooltip);
		GridDataFactory.fillDefaults().grab(true, true).hint(width(grid, CHARACTERS), LINES * payload.widget().getLineHeight())
				.applyTo(payload.widget());
		Stream.of(name, response, connect, payload.widget()).forEach(decorations::add);
	}

	private static Text seconds(Composite grid, String label, String id, String value) {
		Text text = Fields.text(grid, label, id, value, typed -> { });
		text.setTextLimit(DIGITS);
		Fields.selectUntyped(text);
		GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).hint(width(grid, DIGITS), SWT.DEFAULT).applyTo(text);
		return text;
	}

	private static int width(Control control, int characters) {
		return new PixelConverter(control).convertWidthInCharsToPixels(characters);
	}

	/** Lets a field be narrower than what it offers, but not so that nothing of it can be read. */
	static void narrow(Control field) {
		if (field.getLayoutData() instanceof GridData data) {
			data.widthHint = width(field, CHARACTERS);
		}
	}

	/** Shows what the model holds now. */
	void show() {
		name.setText(model.name());
		response.setText(model.responseTimeout());
		connect.setText(model.connectTimeout());
		payload.setText(model.payload());
	}

	/** Proposes names; what is typed stays. */
	void propose(List<String> names) {
		String[] items = names.stream().distinct().limit(NAMES).toArray(String[]::new);
		if (!List.of(items).equals(List.of(name.getItems()))) {
			String typed = name.getText();
			name.setItems(items);
			if (!typed.equals(name.getText())) {
				name.setText(typed);
			}
		}
	}

	/** Where Ctrl+Enter runs it. */
	void onEnter(Runnable invoke) {
		Stream.of(name, response, connect, payload.widget()).forEach(field -> field.addListener(SWT.KeyDown, event -> {
			if (event.stateMask == SWT.MOD1 && (event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR)) {
				event.doit = false;
				invoke.run();
			}
		}));
	}

	/** Goes to what is to be entered first. */
	public void setFocus() {
		(model.name().isBlank() ? name : payload.widget()).setFocus();
	}
}
