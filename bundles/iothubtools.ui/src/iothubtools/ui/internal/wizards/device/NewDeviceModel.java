// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.device;

import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.devices.CertificateAuthority;
import iothubtools.client.devices.DeviceAuthentication;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.DeviceStatus;
import iothubtools.client.devices.SelfSigned;
import iothubtools.client.devices.SymmetricKeys;
import iothubtools.client.names.DeviceIdPattern;
import iothubtools.client.twins.Twin;
import iothubtools.client.twins.TwinContent;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.CreateDeviceOperation;
import iothubtools.core.operations.CreateDevicesOperation;
import iothubtools.ui.internal.clipboard.PastedDevice;
import iothubtools.ui.internal.credentials.ThumbprintsModel;
import iothubtools.ui.internal.forms.Findings;
import iothubtools.ui.internal.wizards.HubModel;

/** What the person entered for a new device, as it was entered: {@link #findings} tells what of it is not possible. */
public final class NewDeviceModel extends HubModel {

	private BiFunction<HubConnection, Set<String>, Set<String>> known = (connection, ids) -> Set.of();
	private String deviceId = "";
	private AuthenticationChoice authentication = AuthenticationChoice.SYMMETRIC_KEY;
	private boolean keysGenerated = true;
	private String primaryKey = "";
	private String secondaryKey = "";
	private final ThumbprintsModel thumbprints = new ThumbprintsModel();
	private boolean iotEdge;
	private boolean enabled = true;
	private String statusReason = "";
	private final IdNumbers numbers = new IdNumbers();
	private String tags = "";
	private String desired = "";

	/** Says which ids of some are in the list of a hub, as far as it is known by now; asked with every key that is typed. */
	public void setKnown(BiFunction<HubConnection, Set<String>, Set<String>> known) {
		this.known = known;
	}

	/** Which of these ids are in the list of the hub. */
	Set<String> known(Set<String> ids) {
		HubConnection connection = hub();
		return connection == null ? Set.of() : known.apply(connection, ids);
	}

	public String deviceId() {
		return deviceId;
	}

	public void setDeviceId(String deviceId) {
		this.deviceId = deviceId;
	}

	public AuthenticationChoice authentication() {
		return authentication;
	}

	public void setAuthentication(AuthenticationChoice authentication) {
		this.authentication = authentication;
	}

	/** Whether the hub is to make the symmetric keys. */
	public boolean keysGenerated() {
		return keysGenerated;
	}

	public void setKeysGenerated(boolean generated) {
		this.keysGenerated = generated;
	}

	/** Whether the person gives the symmetric keys. */
	boolean ownKeys() {
		return authentication == AuthenticationChoice.SYMMETRIC_KEY && !keysGenerated;
	}

	public String primaryKey() {
		return primaryKey;
	}

	public void setPrimaryKey(String base64) {
		this.primaryKey = base64.strip();
	}

	public String secondaryKey() {
		return secondaryKey;
	}

	public void setSecondaryKey(String base64) {
		this.secondaryKey = base64.strip();
	}

	/** What the hub is to know of certificates that the device signed itself. */
	public ThumbprintsModel thumbprints() {
		return thumbprints;
	}

	public boolean iotEdge() {
		return iotEdge;
	}

	public void setIotEdge(boolean iotEdge) {
		this.iotEdge = iotEdge;
	}

	public boolean enabled() {
		return enabled;
	}

	public void setEnabled(boolean enabled) {
		this.enabled = enabled;
	}

	/** Why the device is disabled; not sent for an enabled one. */
	public String statusReason() {
		return statusReason;
	}

	public void setStatusReason(String reason) {
		this.statusReason = reason;
	}

	/** Whether the id is meant as a pattern for many. */
	public boolean many() {
		return DeviceIdPattern.isMeant(deviceId);
	}

	/** What the pattern is filled with. */
	public IdNumbers numbers() {
		return numbers;
	}

	/** The ids that will be, as far as one can tell: none of a pattern that is not complete. */
	List<String> ids() {
		if (!many()) {
			return List.of(deviceId);
		}
		return DeviceIdPattern.problem(deviceId) == null && numbers.valid() ? numbers.ids(new DeviceIdPattern(deviceId)) : List.of();
	}

	/** Which ids a pattern makes, in one line; how to write one while there is none. */
	public String preview() {
		if (!many()) {
			return Messages.Preview_hint;
		}
		return ids().isEmpty() ? "" : numbers.preview(new DeviceIdPattern(deviceId));
	}

	/** The first tags as a JSON object; blank for none. */
	public String tags() {
		return tags;
	}

	public void setTags(String json) {
		this.tags = json;
	}

	/** The first desired properties as a JSON object; blank for none. */
	public String desired() {
		return desired;
	}

	public void setDesired(String json) {
		this.desired = json;
	}

	/** Takes over what devices may have in common. */
	public void beginLike(DeviceIdentity device, Twin twin) {
		DeviceAuthentication like = device.authentication();
		authentication = like instanceof SelfSigned ? AuthenticationChoice.SELF_SIGNED
				: like instanceof CertificateAuthority ? AuthenticationChoice.CERTIFICATE_AUTHORITY : AuthenticationChoice.SYMMETRIC_KEY;
		iotEdge = device.iotEdge();
		enabled = device.status() != DeviceStatus.DISABLED;
		String reason = device.statusReason();
		statusReason = reason == null ? "" : reason;
		tags = indented(twin.tags());
		desired = indented(twin.desired().json());
	}

	/** Takes over a device that was pasted. A connection string has the primary key alone: the secondary one is made here. */
	public void beginWith(PastedDevice pasted) {
		deviceId = pasted.deviceId();
		SharedAccessKey key = pasted.key();
		if (key != null) {
			authentication = AuthenticationChoice.SYMMETRIC_KEY;
			keysGenerated = false;
			primaryKey = key.reveal();
			secondaryKey = SharedAccessKey.generate().reveal();
		} else if (pasted.hasCertificate()) {
			authentication = AuthenticationChoice.CERTIFICATE_AUTHORITY;
		}
	}

	private static String indented(String json) {
		return json.equals("{}") ? "" : TwinContent.indented(json);
	}

	private @Nullable TwinContent twin() {
		return tags.isBlank() && desired.isBlank() ? null
				: new TwinContent(tags.isBlank() ? "{}" : tags.strip(), desired.isBlank() ? "{}" : desired.strip());
	}

	/** Whether the devices are created one way or the other: a bulk call takes several, and takes a twin along. */
	boolean inBulk() {
		return many() || twin() != null;
	}

	/** What is still missing, wrong or doubtful. */
	public Findings findings() {
		return Findings.of(this, NewDeviceRules.ALL);
	}

	/**
	 * The identity to register.
	 *
	 * @throws IllegalArgumentException while {@link #findings} are not complete
	 */
	public DeviceIdentity device() {
		return device(deviceId);
	}

	private DeviceIdentity device(String id) {
		return DeviceIdentity.builder(id).authentication(deviceAuthentication()).iotEdge(iotEdge)
				.status(enabled ? DeviceStatus.ENABLED : DeviceStatus.DISABLED)
				.statusReason(enabled ? null : statusReason).build();
	}

	private DeviceAuthentication deviceAuthentication() {
		return switch (authentication) {
		case SYMMETRIC_KEY -> keysGenerated ? SymmetricKeys.generatedByHub()
				: new SymmetricKeys(SharedAccessKey.parse(primaryKey), SharedAccessKey.parse(secondaryKey));
		case SELF_SIGNED -> thumbprints.authentication();
		case CERTIFICATE_AUTHORITY -> new CertificateAuthority();
		};
	}

	/**
	 * The request to the hub for one device without a twin of its own.
	 *
	 * @throws IllegalArgumentException while {@link #findings} are not complete
	 */
	public CreateDeviceOperation operation() {
		return new CreateDeviceOperation(chosenHub(), device());
	}

	/**
	 * The request for several, or for one with tags or desired properties.
	 *
	 * @throws IllegalArgumentException while {@link #findings} are not complete
	 */
	public CreateDevicesOperation bulkOperation() {
		return new CreateDevicesOperation(chosenHub(), ids().stream().map(this::device).toList(), twin());
	}
}
