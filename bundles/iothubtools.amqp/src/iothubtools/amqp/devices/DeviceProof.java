// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.devices;

import iothubtools.client.auth.ClientCertificate;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.auth.SharedAccessPolicy;
import iothubtools.client.auth.SharedAccessSignature;

/** What proves that somebody is a device or module (contract §§2, 8.2). */
public sealed interface DeviceProof {

	/** Its own key, with which tokens are made as they are needed. */
	record Key(SharedAccessKey key) implements DeviceProof {
	}

	/** A policy with the right DeviceConnect, which may speak for any. */
	record Policy(SharedAccessPolicy policy) implements DeviceProof {
	}

	/** A token that somebody else has made; when it comes to its end, the device does so, too. */
	record Token(SharedAccessSignature token) implements DeviceProof {
	}

	/** A certificate, which is shown in TLS: such a device has a connection of its own. */
	record Certificate(ClientCertificate certificate) implements DeviceProof {
	}
}
