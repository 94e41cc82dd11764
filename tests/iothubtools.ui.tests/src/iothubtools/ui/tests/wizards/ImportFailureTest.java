// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.wizards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.eclipse.core.runtime.CoreException;
import org.junit.jupiter.api.Test;

import iothubtools.localhub.faults.FaultEffect;
import iothubtools.localhub.faults.FaultPlan;
import iothubtools.localhub.faults.FaultRule;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.transfer.ImportFields;

/** An import whose hub goes away, or does not say what it did, and one that is cancelled: nothing is done twice or lost. */
class ImportFailureTest extends WithImportWizard {

	private static final String BULK = "UpdateRegistry";

	@Test
	void whenTheHubGoesAwayTheRestIsImportedFromTheSamePage() throws Exception {
		preview(file("devices.csv", "deviceId\n" + lines(0, 1_000)));
		hub.hub().inject(FaultPlan.of(FaultRule.of(BULK, new FaultEffect.Status(401, "IotHubUnauthorizedAccess")).withSkip(4)));
		wizard.finish();
		awaitOutcome();
		NewDeviceWizardTest.picture("import-failed");
		assertEquals("400 created at Plant. 100 failed. 500 not tried.", wizard.message());
		rows(ImportFields.OUTCOME).awaitFirst(row -> row.get(3).contains("refused"));
		hub.hub().inject(FaultPlan.NONE);
		form.press(ImportFields.REST);
		Until.holds("the rest", () -> wizard.message().equals("600 created at Plant. 400 existed already."));
		assertFalse(form.enabled(ImportFields.REST));
		assertEquals(1_000, devices());
		assertEquals(List.of("Close"), wizard.buttons());
	}

	@Test
	void aHubThatStopsInTheMiddleLosesNothingThatWasDone() throws Exception {
		preview(file("devices.csv", "deviceId\n" + lines(0, 1_000)));
		hub.hub().inject(FaultPlan.of(FaultRule.of(BULK, new FaultEffect.Delay(Duration.ofSeconds(5))).withSkip(3)));
		wizard.finishUntilTold(3);
		hub.stop();
		awaitOutcome();
		assertTrue(wizard.message().startsWith("300 created at Plant. 100 failed. 600 not tried."), wizard.message());
		form.press(ImportFields.REST);
		Until.holds("nothing to be created", () -> wizard.message().startsWith("0 created at Plant. 100 failed."));
		hub.restart();
		form.press(ImportFields.REST);
		Until.holds("all to be there", () -> devicesNow() == 1_000);
		Until.holds("the outcome", () -> wizard.message().contains("created at Plant.") && !wizard.message().contains("failed"));
	}

	@Test
	void whatTheHubDidAndCouldNotSayIsFoundByTheRest() throws Exception {
		preview(file("devices.csv", "deviceId\n" + lines(0, 500)));
		hub.hub().inject(FaultPlan.of(FaultRule.of(BULK, FaultEffect.Break.TRUNCATE).withSkip(2)));
		wizard.finish();
		awaitOutcome();
		assertEquals("200 created at Plant. 100 failed. 200 not tried.", wizard.message());
		assertEquals(300, devices(), "the hub has done it");
		hub.hub().inject(FaultPlan.NONE);
		form.press(ImportFields.REST);
		Until.holds("the rest", () -> wizard.message().equals("200 created at Plant. 300 existed already."));
		assertEquals(500, devices());
	}

	private long devicesNow() {
		try {
			return devices();
		} catch (CoreException e) {
			return -1;
		}
	}

	@Test
	void aCancelEndsItAtOnceAndTellsWhatWasDone() throws Exception {
		preview(file("devices.csv", "deviceId\n" + lines(0, 5_000)));
		hub.hub().inject(FaultPlan.of(FaultRule.of(BULK, new FaultEffect.Delay(Duration.ofMinutes(1))).withSkip(2)));
		wizard.finishUntilTold(2);
		wizard.stop();
		awaitOutcome();
		NewDeviceWizardTest.picture("import-cancelled");
		// some lines more are read while the hub is asked
		assertTrue(wizard.message().matches("Cancelled\\. 200 created at Plant\\. 100 asked for without an answer\\."
				+ "( [0-9]+ not tried\\.)? Not read from line [3-9][0-9]{2} on\\."), wizard.message());
		Until.holds("the line from which on it was not read",
				() -> rows(ImportFields.OUTCOME).first(400).stream().anyMatch(row -> row.get(3).equals("This line and those after it were not read.")));
		hub.hub().inject(FaultPlan.NONE);
		form.press(ImportFields.REST);
		Until.holds("all to be there", () -> wizard.message().matches("4,[0-9]+ created at Plant\\. [0-9]+ existed already\\."));
		assertEquals(5_000, devices());
	}

	@Test
	void aHubThatCannotBeReachedIsToldAtTheCheckAndNothingTypedIsLost() throws Exception {
		Path file = file("d.jsonl", "{\"deviceId\":\"d1\"}\n");
		preview(file);
		hub.stop();
		form.press(ImportFields.CHECK);
		Until.holds("the failure", () -> !wizard.error().isEmpty());
		assertEquals("", form.value(ImportFields.CHECKED));
		rows(ImportFields.PREVIEW).awaitCount(1);
		hub.restart();
		form.press(ImportFields.CHECK);
		Until.holds("the check", () -> form.value(ImportFields.CHECKED).equals("To be created at Plant: 1. There already: 0."));
		assertEquals("", wizard.error());
	}
}
