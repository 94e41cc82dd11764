// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.query;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;

import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.PartInitException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.NoErrorsLogged;
import iothubtools.ui.tests.support.QueryPart;

/** A query view that was opened before there is a hub. */
class QueryWithoutHubTest {

	@RegisterExtension
	final NoErrorsLogged log = new NoErrorsLogged();

	@Test
	void itLeadsToAFirstHubAndKnowsItOnceItIsThere(@TempDir Path folder) throws Exception {
		Ui.run(() -> {
			try {
				HubView.page().showView(UiIds.QUERY_VIEW);
			} catch (PartInitException e) {
				throw new IllegalStateException(e);
			}
		});
		try (QueryPart query = QueryPart.only()) {
			Control link = Ui.get(() -> query.hubs().getParent().getChildren()[2]);
			Until.holds("the link", link::isVisible);
			try (HubFixture hub = HubFixture.start(folder, "Plant", 1)) {
				Until.holds("the hub", () -> query.hubs().getItemCount() == 1);
				assertFalse(Boolean.TRUE.equals(Ui.get(link::isVisible)));
			}
		}
	}
}
