// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.runtime.Status;
import org.eclipse.ui.XMLMemento;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.handlers.RadioState;
import org.junit.jupiter.api.Test;

import iothubtools.client.auth.HubHost;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.inventory.HubContents;
import iothubtools.core.inventory.HubContents.Phase;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.view.AutoRefresh;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.WithHubView;

/** What others do is seen without a key, when that is asked for. */
class AutoRefreshTest extends WithHubView {

	@Test
	void whatOthersCreateIsSeenWithSelectionAndPlaceKept() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 300)) {
			view.awaitStatus("300 devices");
			view.select("sensor-0200");
			view.scrollTo(190);
			choose("10");
			try {
				hub.createElsewhere("a-new-one");
				view.awaitStatus("301 devices");
				assertEquals(List.of("sensor-0200"), view.selected());
				Until.holds("sensor-0190 on top", () -> view.topRow() >= 0
						&& "sensor-0190".equals(view.table().getItem(view.topRow()).getText()));
				XMLMemento memento = XMLMemento.createWriteRoot("view");
				Ui.run(() -> view.part().saveState(memento));
				assertEquals(10, memento.getInteger("autoRefresh"));
			} finally {
				choose("0");
			}
		}
	}

	@Test
	void nobodyIsAskedWhileNobodyCanSeeIt() {
		AtomicInteger looks = new AtomicInteger();
		AtomicInteger asked = new AtomicInteger();
		AutoRefresh refresh = begin(() -> looks.incrementAndGet() > 5, Phase.LOADED, asked);
		try {
			Until.holds("it to be asked", () -> asked.get() > 0);
			assertEquals(5, Ui.get(() -> looks.get() - asked.get()), "looks at a view that cannot be seen");
		} finally {
			Ui.run(() -> refresh.every(Duration.ZERO));
		}
	}

	@Test
	void aHubThatFailsIsLeftInPeaceLongerEachTime() {
		AtomicInteger looks = new AtomicInteger();
		AtomicInteger asked = new AtomicInteger();
		AutoRefresh refresh = begin(() -> looks.incrementAndGet() > 0, Phase.FAILED, asked);
		try {
			Until.holds("it to be asked thrice", () -> asked.get() == 3);
			assertTrue(looks.get() > asked.get() + 2, "it was asked at almost each of " + looks.get() + " looks");
		} finally {
			Ui.run(() -> refresh.every(Duration.ZERO));
		}
	}

	private static AutoRefresh begin(BooleanSupplier visible, Phase phase, AtomicInteger asked) {
		return Ui.get(() -> {
			AutoRefresh refresh = new AutoRefresh(HubView.page().getWorkbenchWindow().getShell(), visible, () -> List.of(hub(phase)),
					connection -> asked.incrementAndGet());
			refresh.every(Duration.ofMillis(20));
			return refresh;
		});
	}

	private static HubContents hub(Phase phase) {
		HubConnection connection = HubConnection.create("Factory", HubHost.parse("factory.azure-devices.net"), "iothubowner");
		HubConnection same = new HubConnection("one", connection.name(), connection.host(), connection.kind(), "");
		return new HubContents(same, phase, List.of(), false, null, phase == Phase.FAILED ? Status.error("down") : null);
	}

	/** As the entry of the view's menu does. */
	private void choose(String seconds) {
		Ui.run(() -> {
			HubView.page().activate(view.part());
			ParameterizedCommand command = ParameterizedCommand.generateCommand(
					view.part().getSite().getService(ICommandService.class).getCommand(UiIds.AUTO_REFRESH),
					Map.of(RadioState.PARAMETER_ID, seconds));
			try {
				view.part().getSite().getService(IHandlerService.class).executeCommand(command, null);
			} catch (Exception e) {
				throw new AssertionError(e);
			}
		});
	}
}
