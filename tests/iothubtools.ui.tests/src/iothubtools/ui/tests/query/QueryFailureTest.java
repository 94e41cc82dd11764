// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import iothubtools.client.auth.SharedAccessKey;
import iothubtools.core.IotHubCore;
import iothubtools.localhub.faults.FaultEffect;
import iothubtools.localhub.faults.FaultPlan;
import iothubtools.localhub.faults.FaultRule;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.forms.FileChoice;
import iothubtools.ui.internal.preferences.ConnectionFields;
import iothubtools.ui.internal.remedies.Remedy;
import iothubtools.ui.tests.support.Form;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.WithQueryView;

/** What a query view says when something is wrong with the hub, and that nothing is lost by it. */
class QueryFailureTest extends WithQueryView {

	private static final String QUERY = "SELECT deviceId FROM devices";

	QueryFailureTest() {
		super(2100);
	}

	private void fault(FaultEffect effect) {
		hub.hub().inject(FaultPlan.of(FaultRule.of("QueryTwins", effect)));
	}

	/** Follows the notice's link to try again. */
	private void follow() {
		query.click(WidgetIds.RETRY);
	}

	@Test
	void whoWaitsKnowsThatTheHubIsAskedTooOften() {
		fault(new FaultEffect.Status(429, "ThrottlingException"));
		query.run(QUERY);
		query.awaitStatus(text -> text.contains("the hub is asked too often"));
		hub.hub().inject(FaultPlan.NONE);
		query.awaitRows(1000);
		query.awaitStatus(text -> !text.contains("too often") && !text.contains("running"));
	}

	@Test
	void aReplyThatIsCutOffLeavesTheRowsBeforeIt() {
		query.run(QUERY).awaitRows(1000);
		fault(FaultEffect.Break.TRUNCATE);
		query.click(WidgetIds.LOAD_MORE);
		query.awaitNotice(text -> !text.isEmpty());
		query.awaitRows(1000);
		hub.hub().inject(FaultPlan.NONE);
		follow();
		query.awaitRows(2000);
		assertEquals(QUERY, query.typed());
	}

	@Test
	void aQueryThatIsStoppedKeepsWhatHasComeAndGoesOnWhenAskedTo() {
		query.run(QUERY).awaitRows(1000);
		fault(new FaultEffect.Delay(Duration.ofMinutes(1)));
		query.click(WidgetIds.LOAD_ALL);
		query.awaitStatus(text -> text.contains("running\u2026"));
		query.command(UiIds.STOP_QUERY);
		query.awaitStatus(text -> text.startsWith("1,000 rows so far \u00b7 stopped"));
		hub.hub().inject(FaultPlan.NONE);
		query.click(WidgetIds.LOAD_ALL);
		query.awaitRows(2100);
		assertEquals("", query.notice());
	}

	@Test
	void theFirstPageCanBeStoppedTooAndTheRowsBeforeStay() {
		query.run(QUERY).awaitRows(1000);
		fault(new FaultEffect.Delay(Duration.ofMinutes(1)));
		query.run("SELECT status FROM devices");
		query.awaitStatus(text -> text.contains("running\u2026"));
		query.command(UiIds.STOP_QUERY);
		query.awaitStatus(text -> text.startsWith("1,000 rows so far") && !text.contains("running"));
		assertTrue(query.headings().contains("deviceId"));
		assertEquals("SELECT status FROM devices", query.typed());
	}

	@Test
	void aHubThatComesBackIsAskedForTheRest() throws Exception {
		query.run(QUERY).awaitRows(1000);
		hub.stop();
		query.click(WidgetIds.LOAD_MORE);
		query.awaitNotice(text -> !text.isEmpty());
		hub.restart();
		follow();
		query.awaitRows(2000);
	}

	@Test
	void aWrongKeyIsMendedFromTheNoticeAndTheSameAskedAgain() throws Exception {
		SharedAccessKey right = IotHubCore.get().connections().key(hub.connection());
		IotHubCore.get().connections().save(hub.connection(), SharedAccessKey.generate());
		query.run(QUERY);
		query.awaitNotice(text -> text.contains("Check policy and key"));
		query.follow(Remedy.EDIT_CONNECTION.widgetId());
		Form dialog = new Form("Edit Hub Connection").open();
		dialog.enter(ConnectionFields.KEY, right.reveal());
		Scope.window("Edit Hub Connection").press("OK");
		dialog.closed();
		String preferences = HubView.dialogs().stream().filter(title -> title.startsWith("Preferences")).findFirst().orElseThrow();
		Scope.window(preferences).press("Apply and Close");
		Until.holds("no dialog", () -> HubView.dialogs().isEmpty());
		follow();
		query.awaitRows(1000);
		assertEquals("", query.notice());
	}

	@Test
	void anExportThatFailsSaysWhyAndLeavesNoFile() {
		Path file = folder.resolve("rows.csv");
		Ui.run(() -> FileChoice.answerWith((shell, title, patterns) -> file));
		try {
			query.run(QUERY).awaitRows(1000);
			fault(new FaultEffect.Status(403, "IotHubQuotaExceeded"));
			query.command(UiIds.EXPORT_QUERY);
			query.awaitNotice(text -> !text.isEmpty());
		} finally {
			Ui.run(FileChoice::askThePerson);
		}
		assertFalse(Files.exists(file));
		query.awaitRows(1000);
	}

	@Test
	void theNoticeGoesWithTheNextEdit() {
		query.run("SELECT * FROM devices WHERE tags.a == 1");
		query.awaitNotice(text -> text.contains("The hub refused"));
		query.awaitStatus(text -> text.equals("There are no rows yet."));
		query.type("SELECT * FROM devices WHERE tags.a = 1");
		query.awaitNotice(String::isEmpty);
		Until.holds("no mark", () -> query.text().getStyleRangeAtOffset(35) == null || !query.text().getStyleRangeAtOffset(35).underline);
	}
}
