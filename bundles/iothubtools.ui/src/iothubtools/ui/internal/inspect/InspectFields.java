// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.inspect;

import iothubtools.client.inspect.CheckStep;

/** Ids of the fields of the dialog. */
public final class InspectFields {

	public static final String TEXT = "inspectedText";
	public static final String KEY = "comparedKey";
	public static final String KIND = "inspectedKind";
	public static final String SCOPE = "inspectedScope";
	public static final String EXPIRY = "inspectedExpiry";
	public static final String MATCH = "inspectedKey";
	public static final String CLOCK = "inspectedClock";
	public static final String CHECK = "checkConnection";

	private InspectFields() {
	}

	/** The detail of a step. */
	public static String step(CheckStep step) {
		return "step" + step.name();
	}

	/** How a step ended. */
	public static String result(CheckStep step) {
		return "result" + step.name();
	}
}
