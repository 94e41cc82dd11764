// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.inventory;

import java.util.List;
import java.util.Set;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.DeviceSummary;
import iothubtools.core.events.HubEvent;
import iothubtools.core.hubs.HubConnection;

/** What each event means for the devices that an inventory knows. */
final class InventoryEvents implements HubEvent.Cases {

	private final HubInventory inventory;

	InventoryEvents(HubInventory inventory) {
		this.inventory = inventory;
	}

	@Override
	public void connectionAdded(HubEvent.ConnectionAdded event) {
		inventory.loadAnew(event.connection());
	}

	@Override
	public void connectionChanged(HubEvent.ConnectionChanged event) {
		inventory.loadAnew(event.connection());
	}

	@Override
	public void connectionRemoved(HubEvent.ConnectionRemoved event) {
		inventory.forget(event.connection());
		inventory.tell();
	}

	@Override
	public void defaultChanged(HubEvent.DefaultChanged event) {
		// who shows the devices marks the default hub
		inventory.tell();
	}

	@Override
	public void devicesCreated(HubEvent.DevicesCreated event) {
		put(event.connection(), event.devices());
	}

	@Override
	public void devicesChanged(HubEvent.DevicesChanged event) {
		put(event.connection(), event.devices());
	}

	@Override
	public void devicesRead(HubEvent.DevicesRead event) {
		inventory.read(event.connection(), event.devices().stream().map(DeviceSummary::of).toList());
	}

	private void put(HubConnection connection, List<DeviceIdentity> identities) {
		inventory.change(connection, devices -> identities.stream().map(DeviceSummary::of).forEach(devices::put));
	}

	@Override
	public void devicesDeleted(HubEvent.DevicesDeleted event) {
		inventory.change(event.connection(), devices -> devices.remove(event.deviceIds()));
	}

	@Override
	public void devicesUnclear(HubEvent.DevicesUnclear event) {
		inventory.unclear(event.connection(), Set.copyOf(event.there()), event.unclear());
	}

	@Override
	public void moduleCreated(HubEvent.ModuleCreated event) {
		// no list shows modules
	}

	@Override
	public void moduleDeleted(HubEvent.ModuleDeleted event) {
		// no list shows modules
	}

	@Override
	public void rightsChanged(HubEvent.RightsChanged event) {
		// who shows the devices says what cannot be done with them
		inventory.tell();
	}

	@Override
	public void localHubChanged(HubEvent.LocalHubChanged event) {
		inventory.localHubChanged();
	}

	@Override
	public void queriesChanged(HubEvent.QueriesChanged event) {
		// who shows the devices shows the hub's queries above them
		inventory.tell();
	}

	@Override
	public void messageSent(HubEvent.MessageSent event) {
		// a device is the same after it
	}

	@Override
	public void methodsChanged(HubEvent.MethodsChanged event) {
		// no list shows them
	}

	@Override
	public void eventHubChanged(HubEvent.EventHubChanged event) {
		// nobody knows its devices
	}

	@Override
	public void jobsChanged(HubEvent.JobsChanged event) {
		// what it does to devices comes later, if at all
	}

	@Override
	public void configurationsChanged(HubEvent.ConfigurationsChanged event) {
		// what it does to devices comes later, if at all
	}
}
