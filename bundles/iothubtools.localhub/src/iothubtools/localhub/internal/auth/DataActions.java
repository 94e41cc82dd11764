// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.auth;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;

/**
 * The data actions that operations need under Entra ID, without {@code Microsoft.Devices/IotHubs/} before them (contract §1.2).
 * What is not here is not possible with Entra ID, whatever the role: all that devices do, and commands of digital twins. Those of
 * this hub's own operations that the service has no action for begin with {@code localhub/}.
 */
final class DataActions {

	private static final List<String> DEVICES_READ = List.of("devices/read");
	private static final List<String> DEVICES_WRITE = List.of("devices/write");
	private static final List<String> DEVICES_DELETE = List.of("devices/delete");
	private static final List<String> STATISTICS_READ = List.of("statistics/read");
	private static final List<String> TWINS_READ = List.of("twins/read");
	private static final List<String> TWINS_WRITE = List.of("twins/write");
	private static final List<String> METHODS_INVOKE = List.of("directMethods/invoke/action");
	private static final List<String> JOBS_READ = List.of("jobs/read");
	private static final List<String> JOBS_WRITE = List.of("jobs/write");
	private static final List<String> JOBS_DELETE = List.of("jobs/delete");
	private static final List<String> CONFIGURATIONS_READ = List.of("configurations/read");
	private static final List<String> FEEDBACK = List.of("cloudToDeviceMessages/feedback/action");
	private static final List<String> COMMANDS_SEND = List.of("cloudToDeviceMessages/send/action");
	private static final List<String> MESSAGES_READ = List.of("localhub/messages/read");
	private static final List<String> FAULTS_WRITE = List.of("localhub/faults/write");

	private static final Map<String, List<String>> BY_OPERATION = Map.ofEntries(
			entry("GetDevice", DEVICES_READ), entry("ListDevices", DEVICES_READ),
			entry("PutDevice", DEVICES_WRITE), entry("DeleteDevice", DEVICES_DELETE),
			entry("GetModule", DEVICES_READ), entry("GetModulesOnDevice", DEVICES_READ),
			entry("PutModule", DEVICES_WRITE), entry("DeleteModule", DEVICES_DELETE),
			entry("UpdateRegistry", List.of("devices/write", "devices/delete")), entry("RegenerateKeys", DEVICES_WRITE),
			entry("GetDeviceStatistics", STATISTICS_READ), entry("GetServiceStatistics", STATISTICS_READ),
			entry("GetTwin", TWINS_READ), entry("PatchTwin", TWINS_WRITE), entry("PutTwin", TWINS_WRITE),
			entry("GetModuleTwin", TWINS_READ), entry("PatchModuleTwin", TWINS_WRITE), entry("PutModuleTwin", TWINS_WRITE),
			entry("GetDigitalTwin", TWINS_READ), entry("UpdateDigitalTwin", TWINS_WRITE), entry("QueryTwins", TWINS_READ),
			entry("InvokeDeviceMethod", METHODS_INVOKE), entry("InvokeModuleMethod", METHODS_INVOKE),
			entry("QueryScheduledJobs", JOBS_READ), entry("GetScheduledJob", JOBS_READ),
			entry("CreateScheduledJob", JOBS_WRITE), entry("CancelScheduledJob", JOBS_DELETE),
			entry("GetImportExportJobs", JOBS_READ), entry("GetImportExportJob", JOBS_READ),
			entry("CreateImportExportJob", JOBS_WRITE), entry("CancelImportExportJob", JOBS_DELETE),
			entry("GetConfigurations", CONFIGURATIONS_READ), entry("GetConfiguration", CONFIGURATIONS_READ),
			entry("PutConfiguration", List.of("configurations/write")),
			entry("DeleteConfiguration", List.of("configurations/delete")),
			entry("ApplyConfigurationOnEdgeDevice", List.of("configurations/applyToEdgeDevice/action")),
			entry("TestConfigurationQueries", List.of("configurations/testQueries/action")),
			entry("ReceiveFeedbackNotification", FEEDBACK), entry("CompleteFeedbackNotification", FEEDBACK),
			entry("AbandonFeedbackNotification", FEEDBACK),
			entry("PurgeCloudToDeviceMessageQueue", List.of("cloudToDeviceMessages/queue/purge/action")),
			entry("SendCloudToDeviceMessage", COMMANDS_SEND), entry("SendDeviceMessage", COMMANDS_SEND),
			entry("SendModuleMessage", COMMANDS_SEND),
			entry("ListMessages", MESSAGES_READ), entry("StreamMessages", MESSAGES_READ),
			entry("GetFaults", List.of("localhub/faults/read")), entry("PutFaults", FAULTS_WRITE),
			entry("DeleteFaults", FAULTS_WRITE));

	private DataActions() {
	}

	/** What an operation of this name needs; empty when no role allows it. */
	static List<String> of(String operation) {
		return BY_OPERATION.getOrDefault(operation, List.of());
	}
}
