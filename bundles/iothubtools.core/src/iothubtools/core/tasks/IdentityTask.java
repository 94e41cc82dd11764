// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tasks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import iothubtools.client.calls.Cancellation;
import iothubtools.client.devices.BulkItem;
import iothubtools.client.devices.BulkOutcome;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.InvalidInputException;
import iothubtools.core.connections.HubSession;

/** Changes the identities of many devices: what was read is changed and written back under the etags just read (contract §3.1). */
public final class IdentityTask extends HundredAtATime {

	/** Hears of what was found and done, on the thread of the task. */
	public interface Listener {

		/** These are so now; those that were written in one call have no etags, as the hub does not tell the new ones. */
		void changed(List<DeviceIdentity> devices);

		/** The hub does not know these. */
		void gone(List<String> deviceIds);
	}

	private final UnaryOperator<DeviceIdentity> change;
	private final Listener listener;

	/**
	 * @param change gives the identity as it is to be; the same one where nothing is to be done. Throws {@link InvalidInputException} for one that
	 *               it cannot be done to
	 */
	public IdentityTask(List<String> deviceIds, UnaryOperator<DeviceIdentity> change, Listener listener) {
		super(deviceIds);
		this.change = change;
		this.listener = listener;
	}

	@Override
	void write(List<DeviceIdentity> devices, HubSession session, Cancellation cancellation) throws HubException {
		Map<String, DeviceIdentity> wanted = new LinkedHashMap<>();
		List<DeviceIdentity> asTheyAre = new ArrayList<>();
		for (DeviceIdentity device : devices) {
			DeviceIdentity changed = changed(device);
			if (changed.equals(device)) {
				asTheyAre.add(device);
			} else {
				wanted.put(device.deviceId(), changed);
			}
		}
		told(asTheyAre);
		if (wanted.size() == 1) {
			replace(wanted.values().iterator().next(), session, cancellation);
		} else if (!wanted.isEmpty()) {
			List<BulkItem> items = wanted.values().stream().map(BulkItem::update).toList();
			List<DeviceIdentity> written = new ArrayList<>();
			for (BulkOutcome outcome : send(items, session, cancellation)) {
				DeviceIdentity now = wanted.get(outcome.item().id().deviceId());
				if (outcome instanceof BulkOutcome.Done && now != null) {
					written.add(now.withoutEtag());
				}
			}
			told(written);
		}
	}

	private DeviceIdentity changed(DeviceIdentity device) {
		try {
			tell(ItemOutcome.done(device.deviceId()));
			return change.apply(device);
		} catch (InvalidInputException e) {
			tell(ItemOutcome.left(device.deviceId(), e.reason()));
			return device;
		}
	}

	/** One alone is told as it is afterwards. */
	private void replace(DeviceIdentity wanted, HubSession session, Cancellation cancellation) {
		String id = wanted.deviceId();
		tell(ItemOutcome.unknown(id));
		try {
			DeviceIdentity written = session.client().devices().replace(wanted).await(cancellation);
			tell(ItemOutcome.done(id));
			told(List.of(written));
		} catch (HubException e) {
			List<String> unknown = new ArrayList<>();
			failed(id, e, unknown);
			if (!unknown.isEmpty()) {
				gone(unknown);
			}
		}
	}

	@Override
	void gone(List<String> ids) {
		listener.gone(ids);
	}

	private void told(List<DeviceIdentity> changed) {
		if (!changed.isEmpty()) {
			listener.changed(changed);
		}
	}
}
