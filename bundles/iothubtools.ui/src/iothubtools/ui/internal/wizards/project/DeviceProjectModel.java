// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.project;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.devices.CertificateAuthority;
import iothubtools.client.devices.DeviceSummary;
import iothubtools.client.devices.SelfSigned;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.localhub.LocalHubService;
import iothubtools.core.project.DeviceActivity;
import iothubtools.core.project.DeviceProgram;
import iothubtools.ui.internal.forms.Findings;
import iothubtools.ui.internal.wizards.HubModel;

/** What the person entered for a project of a device, as it was entered. */
public final class DeviceProjectModel extends HubModel {

	/** Where the classes are unless somebody wants them elsewhere. */
	static final String USUAL_PACKAGE = "com.example.device";

	private String name = "";
	private String deviceId = "";
	private @Nullable DeviceSummary known;
	private String packageName = USUAL_PACKAGE;
	private final Set<DeviceActivity> does = EnumSet.allOf(DeviceActivity.class);

	/** Without the blanks around it, which Eclipse refuses. */
	public String name() {
		return name.strip();
	}

	public void setName(String name) {
		this.name = name;
	}

	public String deviceId() {
		return deviceId;
	}

	public void setDeviceId(String deviceId) {
		this.deviceId = deviceId;
	}

	/** A device that is known, for whatever the id is typed; null for none. */
	public void setKnown(@Nullable DeviceSummary device) {
		known = device;
	}

	/** Whether the device is known to sign in with a certificate, of which the hub has no key. */
	public boolean hasCertificate() {
		DeviceSummary device = known;
		return device != null && device.deviceId().equals(deviceId)
				&& Set.of(SelfSigned.TYPE, CertificateAuthority.TYPE).contains(device.authenticationType());
	}

	public String packageName() {
		return packageName.strip();
	}

	public void setPackageName(String packageName) {
		this.packageName = packageName;
	}

	/** What the program does besides that it connects. */
	public Set<DeviceActivity> does() {
		return Set.copyOf(does);
	}

	/** Has it do that, or not. */
	public void setDoes(DeviceActivity activity, boolean on) {
		if (on) {
			does.add(activity);
		} else {
			does.remove(activity);
		}
	}

	/** What is missing, wrong or doubtful. */
	public Findings findings() {
		return Findings.of(this, DeviceProjectRules.ALL);
	}

	/**
	 * What is to be made.
	 *
	 * @param all the hub connections, of which several may have the host of this one
	 * @throws IllegalArgumentException when no hub is chosen
	 */
	public DeviceProgram program(List<HubConnection> all) {
		HubConnection connection = chosenHub();
		return new DeviceProgram(name(), packageName(), deviceId, variableName(connection, all), connection.caCertificate(), does);
	}

	/** By its host, which others who share the project have too, but where that may be another one next time or stands for several connections. */
	private static String variableName(HubConnection connection, List<HubConnection> all) {
		boolean several = all.stream().filter(other -> other.host().equals(connection.host())).count() > 1;
		// with a brace in it, it would end the variable
		boolean possible = connection.name().indexOf('{') < 0 && connection.name().indexOf('}') < 0;
		return possible && (several || LocalHubService.isLocal(connection)) ? connection.name() : connection.host().toString();
	}
}
