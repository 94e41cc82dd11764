// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal;

import java.util.ArrayList;
import java.util.List;

import iothubtools.localhub.internal.bulk.BulkRoutes;
import iothubtools.localhub.internal.commands.CommandRoutes;
import iothubtools.localhub.internal.configurations.ConfigurationRoutes;
import iothubtools.localhub.internal.devices.DeviceRoutes;
import iothubtools.localhub.internal.devices.DeviceStore;
import iothubtools.localhub.internal.digitaltwins.DigitalTwinRoutes;
import iothubtools.localhub.internal.faults.FaultRoutes;
import iothubtools.localhub.internal.jobs.JobRoutes;
import iothubtools.localhub.internal.kernel.MessageCounts;
import iothubtools.localhub.internal.kernel.Writer;
import iothubtools.localhub.internal.messages.MessageRoutes;
import iothubtools.localhub.internal.methods.MethodRoutes;
import iothubtools.localhub.internal.modules.ModuleRoutes;
import iothubtools.localhub.internal.modules.ModuleStore;
import iothubtools.localhub.internal.operation.Route;
import iothubtools.localhub.internal.query.QueryRoutes;
import iothubtools.localhub.internal.store.HubStore;
import iothubtools.localhub.internal.transfer.TransferRoutes;
import iothubtools.localhub.internal.twins.TwinRoutes;
import iothubtools.localhub.internal.twins.Twins;
import iothubtools.localhub.settings.LocalHubSettings;

/** The table of all operations of the contract (§3), each with its path and the right it needs (§1.2). */
final class Routes {

	private Routes() {
	}

	/** The routes of a hub, in the order they are tried; the query first, its path would be that of a device. */
	static List<Route> of(HubStore store, HubServices services, LocalHubSettings settings) {
		List<Route> routes = new ArrayList<>();
		DeviceStore devices = store.devices();
		Writer writer = store.writer();
		ModuleStore modules = store.modules();
		Twins twins = services.twins();
		Automation automation = services.automation();
		MessageCounts messages = services.queues()::count;
		routes.addAll(QueryRoutes.of(services.queries(), settings.limits()));
		routes.addAll(DeviceRoutes.of(devices, services.registry(), messages, writer));
		routes.addAll(ModuleRoutes.of(devices, modules, services.moduleRegistry(), messages, writer));
		routes.addAll(BulkRoutes.of(services.registry(), services.moduleRegistry(), twins, writer));
		routes.addAll(TwinRoutes.of(twins, devices, modules, messages));
		routes.addAll(JobRoutes.of(store.jobs(), automation.jobs(), services.queries(), settings.limits()));
		routes.addAll(ConfigurationRoutes.of(store.configurations(), automation.configurations(),
				automation.desired(), devices, writer, settings.clock()));
		routes.addAll(DigitalTwinRoutes.of(twins, services.methods()));
		routes.addAll(TransferRoutes.of(devices));
		routes.addAll(CommandRoutes.of(services.queues(), services.feedback(), settings.httpMessages()));
		routes.addAll(MethodRoutes.of(services.methods()));
		routes.addAll(FaultRoutes.of(services.faults()));
		routes.addAll(MessageRoutes.of(services.intake(), services.feed(), writer));
		return routes;
	}
}
