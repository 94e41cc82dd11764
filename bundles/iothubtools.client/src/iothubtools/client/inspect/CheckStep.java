// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.inspect;

/** What has to work, one after the other, until a hub lets somebody in. */
public enum CheckStep {
	/** Whether a proxy is between this machine and the hub, and lets through. */
	PROXY,
	/** The addresses of the host name. */
	DNS,
	/** The port can be reached. */
	TCP,
	/** The hub shows a certificate that is trusted, for its name. */
	TLS,
	/** The hub accepts the credential. */
	AUTHENTICATION
}
