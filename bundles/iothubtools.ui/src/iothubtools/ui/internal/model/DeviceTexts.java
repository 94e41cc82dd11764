// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.model;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.devices.CertificateAuthority;
import iothubtools.client.devices.ConnectionState;
import iothubtools.client.devices.DeviceStatus;
import iothubtools.client.devices.DeviceSummary;
import iothubtools.client.devices.NoAuthentication;
import iothubtools.client.devices.SelfSigned;
import iothubtools.client.devices.SymmetricKeys;

/** Words for the state of a device, the same wherever it is shown. */
public final class DeviceTexts {

	private static final String SCOPE = "ms-azure-iot-edge://";

	private static final DateTimeFormatter DATE_TIME = DateTimeFormatter
			.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.MEDIUM).withZone(ZoneId.systemDefault());

	private DeviceTexts() {
	}

	/** In words, as the icon tells it by its shape and colour alone. */
	public static String type(DeviceSummary device) {
		return type(device.iotEdge());
	}

	/** The type of an IoT Edge device, or of one that is none. */
	public static String type(boolean iotEdge) {
		return iotEdge ? Messages.Type_edge : Messages.Type_device;
	}

	/** All words that this version knows for how a device shows who it is. */
	public static List<String> authentications() {
		return Stream.of(SymmetricKeys.TYPE, SelfSigned.TYPE, CertificateAuthority.TYPE, NoAuthentication.TYPE).map(DeviceTexts::authentication)
				.toList();
	}

	/** Enabled or disabled. */
	public static String status(DeviceSummary device) {
		return status(device.status());
	}

	/** Connected or not, as the hub last saw it. */
	public static String connection(DeviceSummary device) {
		return connection(device.connectionState());
	}

	/** How it shows who it is. */
	public static String authentication(DeviceSummary device) {
		return authentication(device.authenticationType());
	}

	/** When the hub last heard of it, or "Never". */
	public static String lastActivity(DeviceSummary device) {
		return time(device.lastActivityTime());
	}

	/** Why it has its status, in the words of whoever set it; empty where nobody said. */
	public static String statusReason(DeviceSummary device) {
		String reason = device.statusReason();
		return reason == null ? "" : reason;
	}

	/** Enabled or disabled. */
	public static String status(DeviceStatus status) {
		return switch (status) {
		case ENABLED -> Messages.Status_enabled;
		case DISABLED -> Messages.Status_disabled;
		case UNKNOWN -> Messages.Unknown;
		};
	}

	/** Connected or not, as the hub last saw it. */
	public static String connection(ConnectionState state) {
		return switch (state) {
		case CONNECTED -> Messages.Connection_connected;
		case DISCONNECTED -> Messages.Connection_disconnected;
		case UNKNOWN -> Messages.Unknown;
		};
	}

	/** Words for {@code authentication.type}; one this version does not know as the hub wrote it. */
	public static String authentication(String type) {
		return switch (type) {
		case SymmetricKeys.TYPE -> Messages.Authentication_sas;
		case SelfSigned.TYPE -> Messages.Authentication_selfSigned;
		case CertificateAuthority.TYPE -> Messages.Authentication_certificateAuthority;
		case NoAuthentication.TYPE -> Messages.Authentication_none;
		default -> type;
		};
	}

	/** Date and time here, or "Never". */
	public static String time(@Nullable Instant instant) {
		return instant == null ? Messages.Never : DATE_TIME.format(instant);
	}

	/** The id of its IoT Edge parent; empty if it has none. */
	public static String parent(DeviceSummary device) {
		return ofScope(device.parentScope());
	}

	/** The device that a scope is of: between a prefix and the time at which it was made (contract §4). What is no scope stays as it is. */
	public static String ofScope(String scope) {
		int end = scope.lastIndexOf('-');
		return scope.startsWith(SCOPE) && end > SCOPE.length() ? scope.substring(SCOPE.length(), end) : scope;
	}
}
