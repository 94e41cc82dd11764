// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.connections;

import java.util.concurrent.CompletionStage;

import com.google.gson.JsonObject;

import iothubtools.localhub.internal.kernel.ClientId;

/** The connection of a device or module, as the rest of the hub sees it. Methods may be called on any thread and never block. */
public interface ClientConnection {

	/** Who is connected. */
	ClientId client();

	/** Whether it takes direct methods now, that is, has subscribed to them; when it begins to it tells {@link Connections#takesMethods}. */
	boolean takesMethods();

	/**
	 * Hands it a direct method; the caller limits the time.
	 *
	 * @return what it answers, or a failure when the connection ends before
	 */
	CompletionStage<MethodAnswer> invoke(MethodCall call);

	/** Tells it of a change of its desired properties: the patch as the service got it, and the version after it. */
	void desiredChanged(JsonObject patch, long version);

	/** Tells it that its queue has messages; it takes them when and as fast as it can. */
	void messageWaiting();

	/** Ends the connection: the device was disabled or deleted, or connected anew. */
	void disconnect();
}
