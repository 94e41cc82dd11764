// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.message;

/**
 * What a table of names with something for each is called, by people and by tests.
 *
 * @param tableId    id of the table, by which findings name it
 * @param addId      id of the button that adds one
 * @param removeId   id of the button that removes some
 * @param pasteId    id of the button that pastes lines
 * @param accessible what the table is, for screen readers
 * @param name       heading of the names
 * @param value      heading of what there is for each
 * @param nameWeight how much of 100 parts the names have of its width
 */
public record PairNames(String tableId, String addId, String removeId, String pasteId, String accessible, String name, String value, int nameWeight) {

	static final PairNames PROPERTIES = new PairNames(SendMessageFields.PROPERTIES, SendMessageFields.ADD_PROPERTY, SendMessageFields.REMOVE_PROPERTY,
			SendMessageFields.PASTE_PROPERTIES, Messages.Properties_accessible, Messages.Property_name, Messages.Property_value, 50);

	/** One whose buttons are found by the id of the table with what they do behind it. */
	public static PairNames of(String tableId, String accessible, String name, String value, int nameWeight) {
		return new PairNames(tableId, tableId + "Add", tableId + "Remove", tableId + "Paste", accessible, name, value, nameWeight);
	}
}
