// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal;

import org.eclipse.swt.widgets.Widget;

/** Names by which tests and the tour find widgets, independent of texts and layout. */
public final class WidgetIds {

	/** Key of {@link Widget#getData(String)}. */
	public static final String KEY = "iothubtools.id";

	public static final String FILTER = "filter";
	/** The table of hubs and devices. */
	public static final String DEVICE_TREE = "deviceTree";
	/** The buttons beside the filter. */
	public static final String FILTER_CHOICES = "filterChoices";
	/** What says that a new device is hidden. */
	public static final String HIDDEN_NOTICE = "hiddenNotice";
	public static final String STATUS_LINE = "statusLine";
	public static final String EMPTY_PAGE = "emptyPage";
	public static final String CONNECT_HUB = "connectHub";
	public static final String FIRST_STEPS = "firstSteps";
	public static final String START_LOCAL_HUB = "startLocalHub";
	public static final String ERROR_PAGE = "errorPage";
	public static final String ERROR_BAR = "errorBar";
	public static final String REASON = "reason";
	public static final String RETRY = "retry";
	public static final String QUERY_TEXT = "queryText";
	public static final String QUERY_HUB = "queryHub";
	public static final String QUERY_RESULT = "queryResult";
	public static final String QUERY_NOTICE = "queryNotice";
	public static final String QUERY_STATUS = "queryStatus";
	public static final String LOAD_MORE = "loadMore";
	public static final String LOAD_ALL = "loadAll";
	public static final String MONITOR_HUB = "monitorHub";
	public static final String MONITOR_DEVICES = "monitorDevices";
	/** What can be done about the query whose devices are monitored. */
	public static final String MONITOR_QUERY = "monitorQuery";
	public static final String ENDPOINT_STRING = "endpointString";
	public static final String ENDPOINT_SHOW = "endpointShow";
	public static final String ENDPOINT_ENTITY = "endpointEntity";
	public static final String ENDPOINT_NAME = "endpointName";
	public static final String ENDPOINT_KEEP = "endpointKeep";
	public static final String MONITOR_GROUP = "monitorGroup";
	public static final String MONITOR_FROM = "monitorFrom";
	public static final String MONITOR_TIME = "monitorTime";
	public static final String MONITOR_FILTER = "monitorFilter";
	public static final String MONITOR_NOTICE = "monitorNotice";
	public static final String MONITOR_EMPTY = "monitorEmpty";
	/** What can be done while there are no messages. */
	public static final String MONITOR_STEP = "monitorStep";
	public static final String MONITOR_MESSAGES = "monitorMessages";
	public static final String MONITOR_STATUS = "monitorStatus";
	/** How the body of a message is shown. */
	public static final String MONITOR_LOOK = "monitorLook";
	/** What is said of the body of a message. */
	public static final String MONITOR_REMARK = "monitorRemark";
	public static final String MONITOR_BODY = "monitorBody";
	public static final String MONITOR_CHART = "monitorChart";
	public static final String MONITOR_CHART_PATHS = "monitorChartPaths";
	public static final String MONITOR_CHART_EXPORT = "monitorChartExport";
	/** Which part is seen where there is room for one only. */
	public static final String MONITOR_PARTS = "monitorParts";
	public static final String MONITOR_PROPERTIES = "monitorProperties";

	public static final String JOBS = "jobs";
	public static final String JOBS_HUB = "jobsHub";
	public static final String JOBS_NOTICE = "jobsNotice";
	public static final String JOBS_STATUS = "jobsStatus";
	public static final String JOB_PROPERTIES = "jobProperties";
	public static final String JOB_DEVICES = "jobDevices";
	/** What is said of the devices of the selected job. */
	public static final String JOB_REMARK = "jobRemark";
	public static final String CONFIGURATIONS = "configurations";
	public static final String CONFIGURATIONS_HUB = "configurationsHub";
	public static final String CONFIGURATIONS_NOTICE = "configurationsNotice";
	public static final String CONFIGURATIONS_STATUS = "configurationsStatus";
	public static final String CONFIGURATION_PROPERTIES = "configurationProperties";
	public static final String CONFIGURATION_CONTENT = "configurationContent";

	/** Where a production hub's name is typed before something is destroyed. */
	public static final String TAG_PATHS = "tagPaths";
	public static final String HUB_NAME = "hubName";

	private WidgetIds() {
	}

	/** Names a widget. */
	public static <T extends Widget> T mark(T widget, String id) {
		widget.setData(KEY, id);
		return widget;
	}
}
