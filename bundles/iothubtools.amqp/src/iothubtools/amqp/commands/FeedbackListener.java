// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.commands;

import java.util.List;

import iothubtools.client.commands.FeedbackRecord;
import iothubtools.client.errors.HubException;

/** Who hears what became of cloud-to-device messages. Is called by one thread, on which it must not wait. */
public interface FeedbackListener {

	/** Some feedback; when this returns, the hub forgets it. What throws leaves it to come again. */
	void feedback(List<FeedbackRecord> records);

	/** It comes no more: the hub refuses it, or the connection to it is gone. Is called once at most, and not after a close. */
	void failed(HubException failure);
}
