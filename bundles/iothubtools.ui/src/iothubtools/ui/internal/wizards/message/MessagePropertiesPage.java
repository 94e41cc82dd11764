// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.message;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

import iothubtools.ui.internal.forms.Fields;
import iothubtools.ui.internal.forms.Findings;
import iothubtools.ui.internal.wizards.FormPage;

/** Ids and application properties of a message: the part of it that most messages do without. */
final class MessagePropertiesPage extends FormPage {

	private final SendMessageModel model;

	MessagePropertiesPage(SendMessageModel model) {
		super("messageProperties", Messages.Properties_title, Messages.Properties_description);
		this.model = model;
	}

	@Override
	protected @Nullable String deviceId() {
		return model.deviceId();
	}

	@Override
	protected Findings findings() {
		return model.propertyFindings();
	}

	@Override
	protected void createFields(Composite parent) {
		Composite grid = Fields.grid(parent, 2);
		line(grid, Messages.Message_id_label, SendMessageFields.MESSAGE_ID, model.messageId(), model::setMessageId);
		line(grid, Messages.Correlation_id_label, SendMessageFields.CORRELATION_ID, model.correlationId(), model::setCorrelationId);
		Label label = Fields.label(parent, Messages.Properties_label);
		GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).applyTo(label);
		PropertyTable table = new PropertyTable(parent, model.properties(), this::changed);
		decorations.add(table.table());
	}

	/** The reply follows only after the message was sent. */
	@Override
	public boolean canFlipToNextPage() {
		return false;
	}
}
