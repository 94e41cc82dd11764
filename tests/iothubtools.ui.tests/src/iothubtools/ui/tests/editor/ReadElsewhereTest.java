// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IViewPart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import iothubtools.client.exchange.HttpExchange;
import iothubtools.client.messages.DeviceMessage;
import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.IdentityChange;
import iothubtools.core.operations.SendMessageOperation;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.tests.support.HubView;

/** What one part of the IDE reads of a device is seen in all that show it. */
class ReadElsewhereTest extends WithIdentityPage {

	private static final int STATUS = 1;
	private static final int LAST_ACTIVITY = 4;

	@AfterEach
	void closeProperties() {
		Ui.run(() -> {
			IViewPart properties = HubView.page().findView(IPageLayout.ID_PROP_SHEET);
			if (properties != null) {
				HubView.page().hideView(properties);
			}
		});
	}

	@Test
	void whatThePageReadsIsInTheRowOfItsDevice() throws Exception {
		hub.create("d1");
		open("d1");
		assertEquals("Never", view.column(LAST_ACTIVITY).get(1));
		IotHubCore.get().operations().run(new SendMessageOperation(hub.connection(), "d1", DeviceMessage.builder().build()), new NullProgressMonitor());
		hub.changeElsewhere("d1", new IdentityChange.Disable(null));
		press("identityRefresh");
		Until.holds("its row", () -> "Disabled".equals(view.column(STATUS).get(1)));
		assertFalse("Never".equals(view.column(LAST_ACTIVITY).get(1)), () -> view.column(LAST_ACTIVITY).toString());
		assertEquals(2, view.names().size());
	}

	@Test
	void whatPropertiesReadIsOnThePageAndInTheRow() throws Exception {
		hub.create("d1");
		open("d1");
		view.activate().select("d1");
		hub.changeElsewhere("d1", new IdentityChange.Disable("recalled"));
		AtomicInteger reads = new AtomicInteger();
		BiConsumer<HubConnection, HttpExchange> counting = (connection, exchange) -> {
			if (exchange.method().equals("GET") && exchange.target().contains("/devices/d1?")) {
				reads.incrementAndGet();
			}
		};
		IotHubCore.get().exchanges().addListener(counting);
		try {
			view.command(UiIds.PROPERTIES);
			Until.holds("its row", () -> "Disabled".equals(view.column(STATUS).get(1)));
			Until.holds("the page", () -> "recalled".equals(value("identityReason")) && ((Combo) editor.find("identityStatus")).getSelectionIndex() == 1);
			assertFalse(editor.dirty());
			HubView.awaitQuiet();
			assertTrue(reads.get() <= 2, () -> "a row that follows Properties has it read " + reads + " times");
		} finally {
			IotHubCore.get().exchanges().removeListener(counting);
		}
	}

	@Test
	void whatIsTypedStaysWhenAnotherPartReadsTheDevice() throws Exception {
		hub.create("d1");
		open("d1");
		enter("identityReason", "mine");
		hub.changeElsewhere("d1", new IdentityChange.Disable(null));
		device("d1");
		Until.holds("its row", () -> "Disabled".equals(view.column(STATUS).get(1)));
		assertEquals("mine", value("identityReason"));
		assertTrue(editor.dirty());
	}
}
