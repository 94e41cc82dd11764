// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.operation;

import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.settings.Tier;

/**
 * Operations that share a rate: the rows of the service's table (contract §6), for tiers of size 1, 2 and 3. Each {@link Route} says
 * which one it is of.
 */
public enum ThrottleClass {

	/** Operations without a rate. */
	NONE("", Map.of()),
	/** Identities of devices and modules; a bulk call counts each. */
	IDENTITY("IdentityRegistry", Rate.perMinute(100), Rate.perMinute(100), Rate.perMinute(5000)),
	/** Connections of MQTT. */
	CONNECTION("DeviceConnect", Rate.perSecond(12, 100), Rate.perSecond(120, 0), Rate.perSecond(6000, 0)),
	/** Device-to-cloud messages; a batch counts each. */
	DEVICE_TO_CLOUD("DeviceToCloudSend", Rate.perSecond(12, 100), Rate.perSecond(120, 0), Rate.perSecond(6000, 0)),
	/** Cloud-to-device messages taken over HTTPS. */
	CLOUD_TO_DEVICE_RECEIVE("CloudToDeviceReceive", Rate.perMinute(1000), Rate.perMinute(1000), Rate.perMinute(50_000)),
	/** File uploads begun. */
	FILE_UPLOAD("FileUploadInitiation", Rate.perMinute(100), Rate.perMinute(100), Rate.perMinute(5000)),
	/** Queries. */
	QUERY("Query", Rate.perMinute(20), Rate.perMinute(20), Rate.perMinute(1000)),
	/** Direct methods, in bytes, of which each call counts 4096 at least. */
	DIRECT_METHOD("DirectMethod", Rate.perSecond(160 * 1024, 0), Rate.perSecond(480 * 1024, 0),
			Rate.perSecond(24 * 1024 * 1024, 0)),
	/** Twins read. */
	TWIN_READ("TwinRead", Rate.perSecond(0, 100), Rate.perSecond(10, 100), Rate.perSecond(500, 0)),
	/** Twins changed. */
	TWIN_UPDATE("TwinUpdate", Rate.perSecond(0, 50), Rate.perSecond(5, 50), Rate.perSecond(250, 0)),
	/** Jobs of both kinds made, read and cancelled. */
	JOB("JobOperation", Rate.perMinute(100), Rate.perMinute(100), Rate.perMinute(5000)),
	/** Configurations; the one name that was recorded of the service's own. */
	CONFIGURATION("ConfigurationWrite", Rate.perMinute(20), Rate.perMinute(20), Rate.perMinute(20));

	private final String wireName;
	private final Map<Integer, Rate> rates;

	ThrottleClass(String wireName, Rate small, Rate middle, Rate large) {
		this(wireName, Map.of(1, small, 2, middle, 3, large));
	}

	ThrottleClass(String wireName, Map<Integer, Rate> rates) {
		this.wireName = wireName;
		this.rates = rates;
	}

	/** What the error calls it. */
	public String wireName() {
		return wireName;
	}

	/** Its rate in a tier, null for what has none. */
	public @Nullable Rate rate(Tier tier) {
		return rates.get(tier.size());
	}
}
