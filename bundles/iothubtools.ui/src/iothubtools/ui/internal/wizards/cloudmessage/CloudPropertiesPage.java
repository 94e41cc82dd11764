// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.cloudmessage;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import iothubtools.amqp.commands.FeedbackMode;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.forms.Fields;
import iothubtools.ui.internal.forms.Findings;
import iothubtools.ui.internal.wizards.FormPage;
import iothubtools.ui.internal.wizards.message.PropertyTable;
import iothubtools.ui.internal.wizards.message.SendMessageFields;

/** Ids, expiry, feedback and application properties of a message: the part of it that most messages do without. */
final class CloudPropertiesPage extends FormPage {

	private static final int WIDTH = 300;

	private final CloudMessageModel model;
	private @Nullable Text messageId;

	CloudPropertiesPage(CloudMessageModel model) {
		super("cloudMessageProperties", Messages.Properties_title, Messages.Properties_description);
		this.model = model;
	}

	@Override
	protected @Nullable String deviceId() {
		return model.deviceIds().size() == 1 ? model.deviceIds().get(0) : null;
	}

	@Override
	protected Findings findings() {
		return model.propertyFindings();
	}

	@Override
	protected void createFields(Composite parent) {
		Composite grid = Fields.grid(parent, 2);
		messageId = line(grid, Messages.Message_id_label, SendMessageFields.MESSAGE_ID, model.messageId(), model::setMessageId);
		line(grid, Messages.Correlation_id_label, SendMessageFields.CORRELATION_ID, model.correlationId(), model::setCorrelationId);
		line(grid, Messages.User_id_label, CloudMessageFields.USER_ID, model.userId(), model::setUserId);
		createExpiry(grid);
		createFeedback(grid);
		Label label = Fields.label(parent, Messages.Properties_label);
		GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).applyTo(label);
		PropertyTable table = new PropertyTable(parent, model.properties(), this::changed);
		decorations.add(table.table());
	}

	private void createExpiry(Composite grid) {
		Fields.label(grid, Messages.Expiry_label);
		Composite row = new Composite(grid, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).applyTo(row);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
		Text count = line(row, CloudMessageFields.EXPIRES_AFTER, model.expiresAfter(), model::setExpiresAfter);
		count.setMessage(Messages.Expiry_hint);
		Fields.accessibleName(count, Messages.Expiry_accessible);
		choice(row, CloudMessageFields.EXPIRY_UNIT, Stream.of(ExpiryUnit.values()).map(ExpiryUnit::label).toList(), model.expiryUnit().ordinal(),
				Messages.Expiry_unit_accessible, chosen -> model.setExpiryUnit(ExpiryUnit.values()[chosen]));
	}

	private void createFeedback(Composite grid) {
		Fields.label(grid, Messages.Feedback_label);
		Combo feedback = choice(grid, CloudMessageFields.FEEDBACK,
				List.of(Messages.Feedback_none, Messages.Feedback_positive, Messages.Feedback_negative, Messages.Feedback_full),
				model.feedback().ordinal(), Messages.Feedback_accessible, chosen -> {
					model.setFeedback(FeedbackMode.values()[chosen]);
					showHint();
				});
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(feedback);
		new Label(grid, SWT.NONE);
		Label note = new Label(grid, SWT.WRAP);
		note.setText(Messages.Feedback_note);
		GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(note);
		showHint();
	}

	private void showHint() {
		if (messageId != null) {
			messageId.setMessage(model.feedback() == FeedbackMode.NONE ? "" : Messages.Message_id_hint);
		}
	}

	private interface Choice {
		void chosen(int index);
	}

	private static Combo choice(Composite parent, String id, List<String> items, int selected, String accessible, Choice choice) {
		Combo combo = WidgetIds.mark(new Combo(parent, SWT.DROP_DOWN | SWT.READ_ONLY), id);
		combo.setItems(items.toArray(String[]::new));
		combo.select(selected);
		combo.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> choice.chosen(combo.getSelectionIndex())));
		Fields.accessibleName(combo, accessible);
		return combo;
	}

	/** What became of the messages follows only after they were sent. */
	@Override
	public boolean canFlipToNextPage() {
		return false;
	}
}
