// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.jobs;

/** Ids of fields, by which findings and tests name them. */
public final class JobFields {

	public static final String ID = "jobId";
	public static final String QUERY = "jobQuery";
	public static final String CONDITION = "jobCondition";
	public static final String TWIN = "jobTwin";
	public static final String METHOD = "jobMethod";
	public static final String NOW = "jobNow";
	public static final String AT = "jobAt";
	public static final String START = "jobStart";
	public static final String MINUTES = "jobMinutes";
	public static final String TAGS = "jobTags";
	public static final String DESIRED = "jobDesired";

	private JobFields() {
	}
}
