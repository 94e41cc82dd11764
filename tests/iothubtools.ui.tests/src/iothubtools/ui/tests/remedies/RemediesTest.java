// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.remedies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.jface.preference.IPreferencePage;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import iothubtools.client.auth.HubHost;
import iothubtools.client.errors.ConnectionException;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.status.HubStatus;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.remedies.Offer;
import iothubtools.ui.internal.remedies.Remedies;
import iothubtools.ui.internal.remedies.Remedy;
import iothubtools.ui.internal.remedies.RemedyPlace;
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
	void whatMayHaveBeenDoneIsLookedAtBeforeItIsDoneAgain() {
		HubStatus unclear = HubStatus.of(new ConnectionException(ConnectionException.Kind.CONNECTION_LOST, "the test", null).asUnclear(), notSaved);
		assertEquals(List.of(Remedy.REFRESH), remedies(Remedies.of(unclear, place())));
		assertEquals(List.of(Remedy.REFRESH), remedies(Remedies.of(unclear.saying("in other words"), place())));
	}
}
