// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.auth;

/** What a shared access policy may allow (contract §1.2). */
public enum Right {
	/** Read identities. */
	REGISTRY_READ,
	/** Write identities. */
	REGISTRY_WRITE,
	/** Twins, queries, methods, jobs, cloud-to-device. */
	SERVICE_CONNECT,
	/** Be a device. */
	DEVICE_CONNECT,
	/** Get tokens of the test issuer; no policy allows that. */
	TAKE_TOKEN
}
