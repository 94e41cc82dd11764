// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.monitor;

import org.eclipse.swt.graphics.Image;

import iothubtools.amqp.telemetry.TelemetryMessage;
import iothubtools.core.telemetry.MessageText;
import iothubtools.ui.internal.images.HubImages;

/** Where messages come from, as a word and an icon. */
final class SourceLabels {

	private SourceLabels() {
	}

	static String of(TelemetryMessage message) {
		return switch (message.source()) {
		case TELEMETRY -> Messages.Source_telemetry;
		case TWIN_CHANGE -> Messages.Source_twin;
		case DEVICE_LIFECYCLE -> Messages.Source_lifecycle;
		case CONNECTION_STATE -> Messages.Source_connection;
		case DIGITAL_TWIN_CHANGE -> Messages.Source_digitalTwin;
		case DEVICE_JOB -> Messages.Source_job;
		case OTHER -> MessageText.source(message);
		};
	}

	/** On the UI thread. */
	static Image image(TelemetryMessage message) {
		return switch (message.source()) {
		case TELEMETRY, OTHER -> HubImages.SOURCE_TELEMETRY.image();
		case TWIN_CHANGE, DIGITAL_TWIN_CHANGE -> HubImages.SOURCE_TWIN.image();
		case DEVICE_LIFECYCLE, DEVICE_JOB -> HubImages.SOURCE_LIFECYCLE.image();
		case CONNECTION_STATE -> HubImages.SOURCE_CONNECTION.image();
		};
	}
}
