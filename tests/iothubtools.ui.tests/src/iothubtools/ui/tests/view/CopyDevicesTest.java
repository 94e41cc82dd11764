// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.dnd.DND;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.GetDeviceOperation;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.transfer.CopyFields;
import iothubtools.ui.tests.support.Drags;
import iothubtools.ui.tests.support.Form;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.TableRows;
import iothubtools.ui.tests.support.ProductionQuestion;
import iothubtools.ui.tests.support.WithHubView;

/** Devices are copied and moved from one hub of the view to another. */
class CopyDevicesTest extends WithHubView {

	private static final String COPY = "Copy Devices to Hub";
	private static final String MOVE = "Move Devices to Hub";

	@Order(1)
	@RegisterExtension
	final HubFixture factory = new HubFixture("Factory", 2);
	@Order(2)
	@RegisterExtension
	final HubFixture plant = new HubFixture("Plant");

	@BeforeEach
	void awaitTheHubs() {
		view.awaitStatus("2 devices");
		Until.holds("the other hub", () -> view.names().contains("Plant (0)"));
	}

	@Test
	void whatWouldBecomeOfEachIsSeenFirstAndThenTheyAreMade() throws Exception {
		plant.createElsewhere("sensor-0002");
		view.select("sensor-0001", "sensor-0002");
		view.command(UiIds.COPY_DEVICES);
		Scope wizard = Scope.window(COPY).open();
		wizard.shows("To be created at Plant: 1. There already: 1. Left out: 0.");
		assertTrue(new Form(COPY).value(CopyFields.HUB).startsWith("Plant ("), new Form(COPY).value(CopyFields.HUB));
		TableRows.of(new Form(COPY).control(CopyFields.PLAN)).await("Outcome", "Exists there already", "Would be created").sort("Device")
				.await("Device", "sensor-0001", "sensor-0002");
		wizard.press("Finish");
		wizard.shows("1 created at Plant. 1 existed already.");
		wizard.press("Close");
		wizard.closed();
		Until.holds("the row of the copy", () -> view.names().contains("Plant (1)") || view.names().contains("Plant (2)"));
		assertEquals(device(factory, "sensor-0001").authentication(), device(plant, "sensor-0001").authentication());
	}

	@Test
	void aTableThatIsStillEmptyHasItsHeadings() throws Exception {
		plant.stop();
		view.select("sensor-0001");
		view.command(UiIds.COPY_DEVICES);
		Scope wizard = Scope.window(COPY).open();
		wizard.shows("Nothing answers at");
		assertEquals(List.of("Device", "Outcome", "Remark"), TableRows.of(new Form(COPY).control(CopyFields.PLAN)).heads());
		wizard.press("Cancel");
		wizard.closed();
		plant.restart();
	}

	@Test
	void aMoveAsksBeforeTheDevicesAreDeletedWhereTheyCameFrom() throws Exception {
		view.select("sensor-0001", "sensor-0002");
		view.command(UiIds.MOVE_DEVICES);
		Scope wizard = Scope.window(MOVE).open();
		wizard.shows("To be created at Plant: 2.");
		wizard.press("Finish");
		Scope question = Scope.window("Delete Moved Devices").open();
		question.shows("2 devices are at Plant now. Delete them at Factory?");
		question.press("Delete");
		wizard.shows("2 created at Plant.");
		wizard.press("Close");
		wizard.closed();
		Until.holds("the rows", () -> view.names().equals(List.of("Factory (0) \u2013 default", "Plant (2)", "sensor-0001", "sensor-0002")));
	}

	@Test
	void whoDoesNotWantThemDeletedHasThemTwice() throws Exception {
		view.select("sensor-0001");
		view.command(UiIds.MOVE_DEVICES);
		Scope wizard = Scope.window(MOVE).open();
		wizard.shows("To be created at Plant: 1.");
		wizard.press("Finish");
		Scope.window("Delete Moved Devices").open().press("Cancel");
		wizard.shows("1 created at Plant.");
		wizard.press("Close");
		wizard.closed();
		Until.holds("the rows", () -> view.names().equals(List.of("Factory (2) \u2013 default", "sensor-0001", "sensor-0002", "Plant (1)", "sensor-0001")));
	}

	@Test
	void atAHubOfProductionItsNameIsTyped() throws Exception {
		IotHubCore.get().connections().save(plant.connection().withProduction(true));
		view.select("sensor-0001");
		view.command(UiIds.COPY_DEVICES);
		Scope wizard = Scope.window(COPY).open();
		wizard.shows("To be created at Plant: 1.");
		wizard.press("Finish");
		ProductionQuestion.answer("Copy to Production Hub", "Plant", "Copy");
		wizard.shows("1 created at Plant.");
		wizard.press("Close");
		wizard.closed();
	}

	@Test
	void devicesThatAreDroppedOnAnotherHubAreCopiedOrMoved() throws Exception {
		view.select("sensor-0001");
		assertEquals(DND.DROP_NONE, drop("Factory (2) \u2013 default", DND.DROP_COPY), "they are there");
		assertEquals(DND.DROP_COPY, drop("Plant (0)", DND.DROP_DEFAULT));
		Scope wizard = Scope.window(COPY).open();
		wizard.shows("To be created at Plant: 1.");
		wizard.press("Cancel");
		wizard.closed();
		assertEquals(DND.DROP_MOVE, drop("Plant (0)", DND.DROP_MOVE));
		wizard = Scope.window(MOVE).open();
		wizard.shows("To be created at Plant: 1.");
		wizard.press("Cancel");
		wizard.closed();
	}

	@Test
	void aSecondConnectionToTheSameHubTakesNoneOfItsDevices() throws Exception {
		HubConnection again = HubFixture.connect(factory.hub(), "Again", "iothubowner");
		try {
			Until.holds("its row", () -> view.names().stream().anyMatch(name -> name.startsWith("Again (2)")));
			String row = Ui.get(() -> view.names().stream().filter(name -> name.startsWith("Again (2)")).findFirst().orElseThrow());
			view.select("sensor-0001");
			assertEquals(DND.DROP_NONE, drop(row, DND.DROP_COPY), "they are there");
			assertEquals(DND.DROP_NONE, drop(row, DND.DROP_MOVE));
		} finally {
			HubFixture.forget(again.id());
		}
	}

	/** Drags the selected devices over the row of this name and drops them; gives what was offered. */
	private int drop(String row, int detail) {
		return Ui.get(() -> Drags.drop(view.table(), view.table(), row, detail));
	}

	private static DeviceIdentity device(HubFixture hub, String id) throws CoreException {
		return IotHubCore.get().operations().run(new GetDeviceOperation(hub.connection(), id), new NullProgressMonitor());
	}
}
