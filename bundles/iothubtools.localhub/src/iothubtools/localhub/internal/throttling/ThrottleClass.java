// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.throttling;

import java.util.Map;
import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.settings.Tier;

/** Operations that share a rate: the rows of the service's table (contract §6), for tiers of size 1, 2 and 3. */
public enum ThrottleClass {

	/** Identities of devices and modules; a bulk call counts each. */
	IDENTITY("IdentityRegistry", Rate.perMinute(100), Rate.perMinute(100), Rate.perMinute(5000),
			"GetDeviceStatistics", "GetServiceStatistics", "ListDevices", "GetDevice", "PutDevice", "DeleteDevice",
			"UpdateRegistry", "RegenerateKeys", "GetModulesOnDevice", "GetModule", "PutModule", "DeleteModule"),
	/** Connections of MQTT. */
	CONNECTION("DeviceConnect", Rate.perSecond(12, 100), Rate.perSecond(120, 0), Rate.perSecond(6000, 0)),
	/** Device-to-cloud messages; a batch counts each. */
	DEVICE_TO_CLOUD("DeviceToCloudSend", Rate.perSecond(12, 100), Rate.perSecond(120, 0), Rate.perSecond(6000, 0),
			"SendDeviceEvent"),
	/** Cloud-to-device messages taken over HTTPS. */
	CLOUD_TO_DEVICE_RECEIVE("CloudToDeviceReceive", Rate.perMinute(1000), Rate.perMinute(1000), Rate.perMinute(50_000),
			"ReceiveDeviceBoundNotification"),
	/** File uploads begun. */
	FILE_UPLOAD("FileUploadInitiation", Rate.perMinute(100), Rate.perMinute(100), Rate.perMinute(5000),
			"CreateFileUploadSasUri"),
	/** Queries. */
	QUERY("Query", Rate.perMinute(20), Rate.perMinute(20), Rate.perMinute(1000), "QueryTwins"),
	/** Direct methods, in bytes, of which each call counts 4096 at least. */
	DIRECT_METHOD("DirectMethod", Rate.perSecond(160 * 1024, 0), Rate.perSecond(480 * 1024, 0),
			Rate.perSecond(24 * 1024 * 1024, 0), "InvokeDeviceMethod", "InvokeModuleMethod"),
	/** Twins read. */
	TWIN_READ("TwinRead", Rate.perSecond(0, 100), Rate.perSecond(10, 100), Rate.perSecond(500, 0), "GetTwin",
			"GetModuleTwin"),
	/** Twins changed. */
	TWIN_UPDATE("TwinUpdate", Rate.perSecond(0, 50), Rate.perSecond(5, 50), Rate.perSecond(250, 0), "PatchTwin", "PutTwin",
			"PatchModuleTwin", "PutModuleTwin"),
	/** Jobs of both kinds made, read and cancelled. */
	JOB("JobOperation", Rate.perMinute(100), Rate.perMinute(100), Rate.perMinute(5000), "CreateScheduledJob",
			"GetScheduledJob", "CancelScheduledJob", "QueryScheduledJobs", "CreateImportExportJob", "GetImportExportJobs",
			"GetImportExportJob", "CancelImportExportJob"),
	/** Configurations; the one name that was recorded of the service's own. */
	CONFIGURATION("ConfigurationWrite", Rate.perMinute(20), Rate.perMinute(20), Rate.perMinute(20), "GetConfigurations",
			"GetConfiguration", "PutConfiguration", "DeleteConfiguration",
			"TestConfigurationQueries", "ApplyConfigurationOnEdgeDevice");

	private final String wireName;
	private final Map<Integer, Rate> rates;
	private final Set<String> operations;

	ThrottleClass(String wireName, Rate small, Rate middle, Rate large, String... operations) {
		this.wireName = wireName;
		this.rates = Map.of(1, small, 2, middle, 3, large);
		this.operations = Set.of(operations);
	}

	/** The class of an operation, null for one without a rate. */
	static @Nullable ThrottleClass of(String operation) {
		for (ThrottleClass throttleClass : values()) {
			if (throttleClass.operations.contains(operation)) {
				return throttleClass;
			}
		}
		return null;
	}

	/** What the error calls it. */
	String wireName() {
		return wireName;
	}

	/** Its rate in a tier. */
	Rate rate(Tier tier) {
		Rate rate = rates.get(tier.size());
		if (rate == null) {
			throw new IllegalStateException("no rate for " + tier);
		}
		return rate;
	}
}
