// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.configurations;

/** Ids of fields, by which findings and tests name them. */
public final class ConfigurationFields {

	public static final String ID = "configurationId";
	public static final String DEVICE = "configurationOfDevices";
	public static final String MODULE = "configurationOfModules";
	public static final String EDGE = "configurationOfEdge";
	public static final String PRIORITY = "configurationPriority";
	public static final String CONDITION = "configurationCondition";
	public static final String CONTENT = "configurationJson";
	public static final String METRICS = "configurationMetrics";
	public static final String LABELS = "configurationLabels";
	public static final String TEST = "testCondition";
	public static final String TEST_METRICS = "testMetrics";
	public static final String SAID = "saidOfCondition";
	public static final String SAID_OF_METRICS = "saidOfMetrics";

	private ConfigurationFields() {
	}
}
