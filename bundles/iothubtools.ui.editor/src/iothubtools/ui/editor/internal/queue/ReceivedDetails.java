// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.queue;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;

import iothubtools.client.commands.ReceivedCloudToDeviceMessage;
import iothubtools.ui.editor.internal.page.SideBySide;
import iothubtools.ui.internal.content.BodyPane;
import iothubtools.ui.internal.content.PairsTable;

/** The body of the selected message, and beside it all that is said of it. */
final class ReceivedDetails {

	/** What tests find it by. */
	static final String LOOK = "queueLook";
	static final String REMARK = "queueRemark";
	static final String BODY = "queueBody";
	static final String PROPERTIES = "queueProperties";

	private final BodyPane body;
	private final PairsTable properties;
	private @Nullable ReceivedCloudToDeviceMessage shown;

	ReceivedDetails(Composite parent) {
		SashForm sash = SideBySide.create(parent);
		body = new BodyPane(sash, new BodyPane.Ids(LOOK, REMARK, BODY));
		properties = new PairsTable(sash, PROPERTIES, Messages.Properties_accessible);
		sash.setWeights(3, 2);
	}

	/** Shows one, or that none is selected. */
	void show(@Nullable ReceivedCloudToDeviceMessage message) {
		ReceivedCloudToDeviceMessage before = shown;
		shown = message;
		if (message == null) {
			if (before != null) {
				body.show(null);
				properties.table().removeAll();
			}
		} else if (before == null || !message.equals(before)) {
			properties.fill(() -> fill(message));
			body.show(new BodyPane.Body(message.payload(), message.contentType(), message.contentEncoding()));
		}
	}

	/** What the hub calls it, where nothing is said in other words. */
	private void fill(ReceivedCloudToDeviceMessage message) {
		properties.group(Messages.Group_message);
		properties.line(Messages.Column_messageId, message.messageId());
		properties.line(Messages.Property_correlationId, message.correlationId());
		properties.line(Messages.Property_userId, message.userId());
		properties.line(Messages.Property_to, message.to());
		properties.line(Messages.Property_contentType, message.contentType());
		properties.line(Messages.Property_contentEncoding, message.contentEncoding());
		properties.line(Messages.Property_feedback, message.ack());
		properties.line(Messages.Column_enqueued, ReceivedTable.time(message.enqueuedTime()));
		properties.line(Messages.Property_expiry, ReceivedTable.time(message.expiry()));
		properties.line(Messages.Property_sequenceNumber, Long.toString(message.sequenceNumber()));
		properties.line(Messages.Column_deliveryCount, Integer.toString(message.deliveryCount()));
		properties.group(Messages.Group_properties, message.properties());
	}
}
