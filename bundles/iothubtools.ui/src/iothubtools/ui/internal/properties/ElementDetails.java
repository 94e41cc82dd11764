// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.properties;

import java.util.function.BiFunction;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.DeviceSummary;
import iothubtools.client.names.ClientId;
import iothubtools.core.events.HubEvent;
import iothubtools.core.operations.GetDeviceOperation;
import iothubtools.core.operations.GetTwinOperation;
import iothubtools.core.operations.HubJob;
import iothubtools.core.operations.HubOperation;
import iothubtools.core.operations.HubOperations;
import iothubtools.core.operations.StatisticsOperation;
import iothubtools.ui.internal.model.DeviceNode;
import iothubtools.ui.internal.model.HubElement;
import iothubtools.ui.internal.model.HubNode;

/** The properties of one element: at first without details, which a job fetches. */
final class ElementDetails {

	/** Walking through devices with the arrow keys must not spend the hub's 100 calls a minute (contract §6). */
	private static final long DELAY_MILLIS = 300;

	private final HubElement element;
	private final HubJob<?> job;
	private volatile PropertyLines lines;
	private volatile @Nullable IStatus failure;
	/** As somebody has read it last, here or elsewhere. */
	private @Nullable DeviceIdentity read;

	private <T> ElementDetails(HubOperations operations, HubElement element, HubOperation<T> operation,
			BiFunction<@Nullable T, @Nullable IStatus, PropertyLines> properties, @Nullable ElementDetails before, Runnable changed) {
		this.element = element;
		lines = before == null ? properties.apply(null, null) : before.lines();
		HubJob<T> fetch = operations.job(operation).quiet();
		fetch.setSystem(true);
		fetch.whenDone(done -> {
			if (!done.outcome().matches(IStatus.CANCEL)) {
				lines = properties.apply(done.result(), done.outcome());
				failure = done.result() == null ? done.outcome() : null;
				changed.run();
			}
		});
		job = fetch;
		job.schedule(DELAY_MILLIS);
	}

	/**
	 * @param before  what is shown until there is more; null if it is of another element
	 * @param changed called on the job's thread when the details are there or have failed
	 */
	static ElementDetails fetch(HubOperations operations, HubElement element, @Nullable ElementDetails before, Runnable changed) {
		if (element instanceof DeviceNode device) {
			return new ElementDetails(operations, device,
					new GetDeviceOperation(device.connection(), device.deviceId()),
					(identity, failure) -> identity == null ? DeviceProperties.of(device, failure)
							: DeviceProperties.of(device, identity),
					before, changed);
		}
		// a query that is kept has nothing but its hub to be told
		HubNode hub = new HubNode(element.connection());
		return new ElementDetails(operations, element, new StatisticsOperation(hub.connection()),
				(statistics, failure) -> statistics == null ? HubProperties.of(hub, failure)
						: HubProperties.of(hub, statistics),
				before, changed);
	}

	/** As {@link #fetch}, of the twin of a device. */
	static ElementDetails twin(HubOperations operations, DeviceNode device, @Nullable ElementDetails before, Runnable changed) {
		return new ElementDetails(operations, device, new GetTwinOperation(device.connection(), ClientId.device(device.deviceId())),
				(twin, failure) -> twin == null ? TwinLines.of(device, failure) : TwinLines.of(device, twin), before, changed);
	}

	/** Takes what somebody has read of the device, which is all there is to fetch; tells whether it is this one. On the UI thread. */
	boolean take(HubEvent.DevicesRead told) {
		if (!(element instanceof DeviceNode device) || !told.connection().id().equals(device.connection().id())) {
			return false;
		}
		DeviceIdentity identity = told.devices().stream().filter(one -> one.deviceId().equals(device.deviceId())).findFirst().orElse(null);
		if (identity == null) {
			return false;
		}
		read = identity;
		lines = DeviceProperties.of(device, identity);
		failure = null;
		return true;
	}

	/** Whether they are of this element, as it is: a row that has become what was read of its device tells nothing new. On the UI thread. */
	boolean isOf(HubElement about) {
		DeviceIdentity identity = read;
		return element.equals(about) || identity != null && about instanceof DeviceNode device && device.connection().equals(element.connection())
				&& DeviceSummary.of(identity).withoutDetails().equals(device.device().withoutDetails());
	}

	HubElement element() {
		return element;
	}

	PropertyLines lines() {
		return lines;
	}

	/** Why they could not be fetched; null as long as they are on their way, and when they are there. */
	@Nullable
	IStatus failure() {
		return failure;
	}

	void cancel() {
		job.cancel();
	}
}
