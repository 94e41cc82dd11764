// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.messages;

/** Where device-to-cloud messages go for applications to read. Called within a {@link iothubtools.localhub.internal.kernel.Writer} only. */
@FunctionalInterface
public interface MessageLog {

	/** Takes the next message. */
	void append(KeptMessage message);
}
