// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.devices;

/** How a device proves who it is (contract §4). */
public sealed interface DeviceAuthentication
		permits SymmetricKeys, SelfSigned, CertificateAuthority, NoAuthentication, UnknownAuthentication {

	/** The value of {@code authentication.type} in JSON, e.g. {@code sas}. */
	String type();
}
