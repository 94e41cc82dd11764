// SPDX-License-Identifier: EPL-2.0
package iothubtools.swtbot.tests.pages;

/** The question whether devices are to be deleted. */
public final class DeleteDevicesDialogPage extends DialogPage {

	/** The question that is about to be asked. */
	public DeleteDevicesDialogPage() {
		super("Delete Devices");
	}

	/** Says yes. */
	public void delete() {
		press("Delete");
		closes();
	}
}
