// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal;

/** Ids declared in plugin.xml that code refers to. */
public final class UiIds {

	public static final String BUNDLE = "iothubtools.ui";

	public static final String VIEW = "iothubtools.ui.hubView";
	public static final String VIEW_CONTEXT = "iothubtools.ui.hubViewContext";
	public static final String QUERY_VIEW = "iothubtools.ui.queryView";
	public static final String QUERY_CONTEXT = "iothubtools.ui.queryViewContext";
	public static final String MONITOR_VIEW = "iothubtools.ui.monitorView";
	public static final String MONITOR_CONTEXT = "iothubtools.ui.monitorViewContext";
	public static final String JOBS_VIEW = "iothubtools.ui.jobsView";
	public static final String CONFIGURATIONS_VIEW = "iothubtools.ui.configurationsView";
	public static final String PREFERENCE_PAGE = "iothubtools.ui.preferences.hubs";

	public static final String NEW_DEVICE_WIZARD = "iothubtools.ui.wizard.newDevice";
	public static final String SEND_CLOUD_MESSAGE_WIZARD = "iothubtools.ui.wizard.sendCloudMessage";
	public static final String SEND_MESSAGE_WIZARD = "iothubtools.ui.wizard.sendMessage";

	/** A text of the view, as a focus control: its keys are its own. */
	public static final String TEXT = "iothubtools.ui.text";
	/** The parameter of commands that begin with a file: its path. */
	public static final String FILE = "iothubtools.ui.file";
	/** The text of a query, as a focus control. */
	public static final String QUERY_TEXT = "iothubtools.ui.queryText";
	/** The rows of a query, as a focus control. */
	public static final String QUERY_ROWS = "iothubtools.ui.queryRows";
	/** The rows of a monitor, as a focus control. */
	public static final String MONITOR_ROWS = "iothubtools.ui.monitorRows";
	/** The property to evaluate again when the local hub starts or stops. */
	public static final String LOCAL_HUB_STATE = "iothubtools.ui.localHub.state";
	/** The property to evaluate again when another hub becomes the default. */
	public static final String NOT_DEFAULT_HUB = "iothubtools.ui.selection.notDefaultHub";
	/** The properties to evaluate again when more is known of what a policy may not do. */
	public static final String MAY_READ = "iothubtools.ui.selection.mayRead";
	public static final String MAY_WRITE = "iothubtools.ui.selection.mayWrite";
	public static final String MAY_QUERY = "iothubtools.ui.selection.mayQuery";
	/** The property to evaluate again when there is a call. */
	public static final String ANY_CALL = "iothubtools.ui.calls.any";
	/** The property to evaluate again when the cursor of the REST console moves. */
	public static final String CALL_AT_CURSOR = "iothubtools.ui.calls.atCursor";
	/** The menu of a console's tool. */
	public static final String COPY_CALL_MENU = "iothubtools.ui.copyCall";
	/** Copy the call at the cursor of the REST console. */
	public static final String COPY_CALL_CURL = "iothubtools.ui.command.copyCallCurl";
	public static final String COPY_CALL_JAVA = "iothubtools.ui.command.copyCallJava";
	/** Copy the last call of all. */
	public static final String COPY_LAST_CALL_CURL = "iothubtools.ui.command.copyLastCallCurl";
	public static final String COPY_LAST_CALL_JAVA = "iothubtools.ui.command.copyLastCallJava";
	/** The platform's command for M1+V. */
	public static final String PASTE = "org.eclipse.ui.edit.paste";
	/** The platform's command for Alt+Enter. */
	public static final String PROPERTIES = "org.eclipse.ui.file.properties";

	public static final String CONNECT_HUB = "iothubtools.ui.command.connectHub";
	public static final String START_LOCAL_HUB = "iothubtools.ui.command.startLocalHub";
	public static final String STOP_LOCAL_HUB = "iothubtools.ui.command.stopLocalHub";
	public static final String NEW_DEVICE_PROJECT = "iothubtools.ui.command.newDeviceProject";
	public static final String NEW_DEVICE = "iothubtools.ui.command.newDevice";
	/** Handled by the device editor. */
	public static final String OPEN_DEVICE = "iothubtools.ui.command.openDevice";
	/** Selects a device in the view; see the parameters {@link #HUB_ID} and {@link #DEVICE_ID}. */
	public static final String SHOW_DEVICE = "iothubtools.ui.command.showDevice";
	public static final String HUB_ID = "iothubtools.ui.hubId";
	public static final String DEVICE_ID = "iothubtools.ui.deviceId";
	public static final String SEND_CLOUD_MESSAGE = "iothubtools.ui.command.sendCloudMessage";
	/** Handled by the device editor. */
	public static final String INVOKE_METHOD = "iothubtools.ui.command.invokeMethod";
	public static final String JOBS = "iothubtools.ui.command.jobs";
	public static final String CONFIGURATIONS = "iothubtools.ui.command.configurations";
	/** Handled by the device editor. */
	public static final String SCHEDULE_JOB = "iothubtools.ui.command.scheduleJob";
	public static final String CANCEL_JOB = "iothubtools.ui.command.cancelJob";
	public static final String NEW_CONFIGURATION = "iothubtools.ui.command.newConfiguration";
	public static final String LIKE_CONFIGURATION = "iothubtools.ui.command.likeConfiguration";
	public static final String CHANGE_CONFIGURATION = "iothubtools.ui.command.changeConfiguration";
	public static final String COPY_CONFIGURATIONS = "iothubtools.ui.command.copyConfigurations";
	public static final String EXPORT_CONFIGURATIONS = "iothubtools.ui.command.exportConfigurations";
	public static final String IMPORT_CONFIGURATIONS = "iothubtools.ui.command.importConfigurations";
	public static final String DELETE_CONFIGURATION = "iothubtools.ui.command.deleteConfiguration";
	public static final String SEND_MESSAGE = "iothubtools.ui.command.sendMessage";
	public static final String IMPORT_DEVICES = "iothubtools.ui.command.importDevices";
	public static final String EXPORT_DEVICES = "iothubtools.ui.command.exportDevices";
	public static final String COPY_ROWS = "iothubtools.ui.command.copyRows";
	public static final String COPY_CONNECTION_STRING = "iothubtools.ui.command.copyConnectionString";
	public static final String COPY_TOKEN = "iothubtools.ui.command.copyToken";
	public static final String SHOW_QR_CODE = "iothubtools.ui.command.showQrCode";
	public static final String ENABLE_DEVICES = "iothubtools.ui.command.enableDevices";
	public static final String DISABLE_DEVICES = "iothubtools.ui.command.disableDevices";
	public static final String EDIT_STATUS_REASON = "iothubtools.ui.command.editStatusReason";
	public static final String REGENERATE_PRIMARY_KEY = "iothubtools.ui.command.regeneratePrimaryKey";
	public static final String REGENERATE_SECONDARY_KEY = "iothubtools.ui.command.regenerateSecondaryKey";
	public static final String SHOW_CHILDREN = "iothubtools.ui.command.showChildren";
	public static final String SET_PARENT = "iothubtools.ui.command.setParent";
	public static final String CHANGE_AUTHENTICATION = "iothubtools.ui.command.changeAuthentication";
	public static final String SWAP_KEYS = "iothubtools.ui.command.swapKeys";
	public static final String RECEIVE_MESSAGE = "iothubtools.ui.command.receiveMessage";
	public static final String PURGE_QUEUE = "iothubtools.ui.command.purgeQueue";
	public static final String EXPLAIN_RIGHTS = "iothubtools.ui.command.explainRights";
	public static final String FIRST_STEPS = "iothubtools.ui.command.firstSteps";
	public static final String INSPECT = "iothubtools.ui.command.inspect";
	public static final String AUTO_REFRESH = "iothubtools.ui.command.autoRefresh";
	public static final String MAKE_DEFAULT = "iothubtools.ui.command.makeDefault";
	public static final String REMOVE_HUB = "iothubtools.ui.command.removeHub";
	public static final String QUERY = "iothubtools.ui.command.query";
	public static final String RUN_QUERY = "iothubtools.ui.command.runQuery";
	/** Opens Copy Devices to Hub. */
	public static final String COPY_DEVICES = "iothubtools.ui.command.copyDevices";
	/** Opens Move Devices to Hub. */
	public static final String MOVE_DEVICES = "iothubtools.ui.command.moveDevices";
	/** Parameter of both: the id of the connection to copy to. */
	public static final String TARGET_HUB = "iothubtools.ui.targetHub";
	public static final String CHOOSE_COLUMNS = "iothubtools.ui.command.chooseColumns";
	public static final String EXPORT_LIST = "iothubtools.ui.command.exportList";
	public static final String EXPORT_QUERY = "iothubtools.ui.command.exportQuery";
	public static final String COPY_JSON = "iothubtools.ui.command.copyJson";
	public static final String STOP_QUERY = "iothubtools.ui.command.stopQuery";
	public static final String MONITOR = "iothubtools.ui.command.monitor";
	public static final String MONITOR_QUERY = "iothubtools.ui.command.monitorQuery";
	public static final String START_MONITOR = "iothubtools.ui.command.startMonitor";
	public static final String STOP_MONITOR = "iothubtools.ui.command.stopMonitor";
	public static final String PAUSE_MONITOR = "iothubtools.ui.command.pauseMonitor";
	public static final String CLEAR_MONITOR = "iothubtools.ui.command.clearMonitor";
	public static final String SHOW_CHART = "iothubtools.ui.command.showChart";
	public static final String SCROLL_LOCK = "iothubtools.ui.command.scrollLock";
	public static final String EVENT_HUB_ENDPOINT = "iothubtools.ui.command.eventHubEndpoint";
	/** Forgets the endpoint that a monitor reads from. */
	public static final String FORGET_ENDPOINT = "iothubtools.ui.command.forgetEndpoint";
	/** Shows the queries that were run last. */
	public static final String RECENT_QUERIES = "iothubtools.ui.command.recentQueries";
	/** Goes to a message of a monitor by its time. */
	public static final String GO_TO_TIME = "iothubtools.ui.command.goToTime";
	public static final String EXPORT_MESSAGES = "iothubtools.ui.command.exportMessages";
	public static final String COPY_CSV = "iothubtools.ui.command.copyCsv";
	public static final String SHOW_CONSOLE = "iothubtools.ui.command.showConsole";
	public static final String OPEN_PREFERENCES = "iothubtools.ui.command.openPreferences";

	private UiIds() {
	}
}
