// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.methods;

/** Ids of fields and buttons, by which findings and tests name them. */
public final class MethodIds {

	public static final String NAME = "methodName";
	public static final String TARGET = "methodTarget";
	public static final String RESPONSE_TIMEOUT = "responseTimeout";
	public static final String CONNECT_TIMEOUT = "connectTimeout";
	public static final String PAYLOAD = "methodPayload";
	public static final String FINDING = "methodFinding";
	public static final String INVOKE = "invokeMethod";
	public static final String CANCEL = "cancelMethod";
	public static final String FAVOURITES = "methodFavourites";
	public static final String RUNS = "methodRuns";
	public static final String ALL_DEVICES = "methodsOfAllDevices";
	public static final String SUMMARY = "methodSummary";
	public static final String ANSWER = "methodAnswer";
	public static final String RUN_AGAIN = "methodRunAgain";
	public static final String EDIT = "methodEdit";
	public static final String COMPARE = "methodCompare";
	public static final String REMOVE = "methodRemove";
	public static final String DEVICES = "methodDevices";
	public static final String OUTCOMES = "methodOutcomes";
	public static final String RUN_FAILED = "methodRunFailed";

	private MethodIds() {
	}
}
