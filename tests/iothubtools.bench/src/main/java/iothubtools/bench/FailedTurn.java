// SPDX-License-Identifier: EPL-2.0
package iothubtools.bench;

/** A turn that gave no figures; its message is the reason, in one line. */
final class FailedTurn extends Exception {

	private static final long serialVersionUID = 1L;

	private final String said;

	FailedTurn(String reason, String said) {
		super(reason);
		this.said = said;
	}

	/** All that the subject said. */
	String said() {
		return said;
	}
}
