// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.kernel;

/** How many cloud-to-device messages wait: the cloudToDeviceMessageCount of identities and twins. */
@FunctionalInterface
public interface MessageCounts {

	/** How many wait for a device or module; asked for every row of a list, so it must be cheap. */
	int of(ClientId client);
}
