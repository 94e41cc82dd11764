// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.message;

import iothubtools.ui.internal.wizards.HubField;

/** Ids of the fields of the wizard. */
public final class SendMessageFields {

	public static final String HUB = HubField.ID;
	public static final String DEVICE_ID = "deviceId";
	public static final String BODY_FROM_TEXT = "bodyFromText";
	public static final String BODY_FROM_FILE = "bodyFromFile";
	public static final String BODY = "messageBody";
	public static final String FILE = "bodyFile";
	public static final String BROWSE_WORKSPACE = "browseWorkspace";
	public static final String BROWSE_FILES = "browseFiles";
	public static final String CONTENT_TYPE = "contentType";
	public static final String CONTENT_ENCODING = "contentEncoding";
	public static final String SIZE = "messageSize";
	public static final String MESSAGE_ID = "messageId";
	public static final String CORRELATION_ID = "correlationId";
	public static final String PROPERTIES = "applicationProperties";
	public static final String ADD_PROPERTY = "addProperty";
	public static final String REMOVE_PROPERTY = "removeProperty";
	public static final String PASTE_PROPERTIES = "pasteProperties";
	public static final String REPLY = "reply";
	public static final String SEND_AGAIN = "sendAgain";
	public static final String EDIT_MESSAGE = "editMessage";

	private SendMessageFields() {
	}
}
