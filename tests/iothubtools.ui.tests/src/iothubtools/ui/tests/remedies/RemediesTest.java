// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.remedies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.jface.preference.IPreferencePage;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import iothubtools.client.auth.HubHost;
import iothubtools.client.errors.ConnectionException;
import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.localhub.LocalHubService;
import iothubtools.core.localhub.LocalHubState;
import iothubtools.core.status.HubStatus;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.remedies.Offer;
import iothubtools.ui.internal.remedies.Remedies;
import iothubtools.ui.internal.remedies.Remedy;
import iothubtools.ui.internal.remedies.RemedyPlace;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.NoErrorsLogged;

/** What is offered, by what a place can do. */
@ExtendWith(NoErrorsLogged.class)
class RemediesTest {

	private final HubConnection notSaved = HubConnection.create("Factory", new HubHost("factory.invalid", 443), "iothubowner");
	private final List<String> done = new ArrayList<>();
	private final List<IStatus> failed = new ArrayList<>();

	private RemedyPlace place() {
		return RemedyPlace.part(RemediesTest::shell, () -> done.add("again"), failed::add);
	}

	private static Shell shell() {
		return PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell();
	}

	private HubStatus failure(ConnectionException.Kind kind) {
		return HubStatus.of(new ConnectionException(kind, "the test", null), notSaved);
	}

	private static List<Remedy> remedies(List<Offer> offers) {
		return offers.stream().map(Offer::remedy).toList();
	}

	@Test
	void aProxyLeadsToTheNetworkConnections() {
		List<Offer> offers = Remedies.of(failure(ConnectionException.Kind.PROXY_AUTHENTICATION), place());
		assertEquals(List.of(Remedy.NETWORK_CONNECTIONS, Remedy.AGAIN), remedies(offers));
		Ui.post(offers.get(0).action());
		Until.holds("the preferences", () -> HubView.dialogs().size() == 1);
		String window = HubView.dialogs().get(0);
		Until.holds("their page", () -> page().getTitle().equals("Network Connections"));
		Scope.window(window).press("Cancel");
		Scope.window(window).closed();
	}

	private static IPreferencePage page() {
		Shell window = List.of(PlatformUI.getWorkbench().getDisplay().getShells()).stream().filter(shell -> shell.getData() instanceof PreferenceDialog)
				.findFirst().orElseThrow();
		Object page = ((PreferenceDialog) window.getData()).getSelectedPage();
		assertNotNull(page);
		return (IPreferencePage) page;
	}

	@Test
	void aConnectionThatIsNotThereIsNotEdited() {
		assertEquals(List.of(Remedy.AGAIN), remedies(Remedies.of(failure(ConnectionException.Kind.REFUSED), place())));
	}

	@Test
	void whatFailedIsDoneOnceMoreWhenTheLocalHubWasStartedUnlessItsPartIsGone() throws Exception {
		LocalHubService local = IotHubCore.get().localHub();
		local.start(0);
		local.stop();
		HubConnection connection = Objects.requireNonNull(IotHubCore.get().connections().find(LocalHubService.CONNECTION_ID));
		HubStatus refused = HubStatus.of(new ConnectionException(ConnectionException.Kind.REFUSED, "the test", null), connection);
		Shell part = Objects.requireNonNull(Ui.get(() -> new Shell(Ui.display())));
		try {
			List<Offer> offers = Remedies.of(refused, RemedyPlace.part(part, () -> done.add("again"), failed::add));
			assertEquals(List.of(Remedy.START_LOCAL_HUB), remedies(offers));
			Ui.run(offers.get(0).action());
			Until.holds("what failed to be done again", () -> done.equals(List.of("again")));
			assertEquals(LocalHubState.RUNNING, local.state());
			Ui.run(() -> {
				offers.get(0).action().run();
				part.dispose();
			});
			HubView.awaitQuiet();
			Ui.run(() -> { });
			assertEquals(List.of("again"), done);
			assertEquals(List.of(), failed);
		} finally {
			Ui.run(part::dispose);
			local.stop();
			HubFixture.forget(LocalHubService.CONNECTION_ID);
		}
	}

	@Test
	void whatMayHaveBeenDoneIsLookedAtBeforeItIsDoneAgain() {
		HubStatus unclear = HubStatus.of(new ConnectionException(ConnectionException.Kind.CONNECTION_LOST, "the test", null).asUnclear(), notSaved);
		assertEquals(List.of(Remedy.REFRESH), remedies(Remedies.of(unclear, place())));
		assertEquals(List.of(Remedy.REFRESH), remedies(Remedies.of(unclear.saying("in other words"), place())));
	}
}
