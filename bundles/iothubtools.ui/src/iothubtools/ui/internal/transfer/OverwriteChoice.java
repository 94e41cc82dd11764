// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.transfer;

/** Whether what is there already, and is another, is changed to what comes. */
final class OverwriteChoice {

	private boolean chosen;

	boolean chosen() {
		return chosen;
	}

	void choose(boolean overwrite) {
		chosen = overwrite;
	}
}
