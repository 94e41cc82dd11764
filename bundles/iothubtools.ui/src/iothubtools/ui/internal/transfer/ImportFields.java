// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.transfer;

import iothubtools.ui.internal.wizards.HubField;

/** Ids of the fields of the import. */
public final class ImportFields {

	public static final String HUB = HubField.ID;
	public static final String FILE = "file";
	public static final String BROWSE = "browse";
	/** How many devices are in the file. */
	public static final String SUMMARY = "summary";
	public static final String PREVIEW = "preview";
	public static final String PROBLEMS_LABEL = "problemsLabel";
	public static final String PROBLEMS = "problems";
	public static final String CHECK = "check";
	public static final String CHECKED = "checked";
	public static final String OUTCOME = "outcome";
	public static final String COPY_OUTCOME = "copyOutcome";
	public static final String REST = "rest";

	private ImportFields() {
	}
}
