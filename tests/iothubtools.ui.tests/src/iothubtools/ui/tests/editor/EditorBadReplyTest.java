// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import iothubtools.client.devices.ModuleIdentity;
import iothubtools.core.IotHubCore;
import iothubtools.core.operations.CreateModuleOperation;
import iothubtools.core.operations.HubJob;
import iothubtools.localhub.faults.FaultEffect;
import iothubtools.localhub.faults.FaultPlan;
import iothubtools.localhub.faults.FaultRule;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.remedies.Remedy;
import iothubtools.ui.tests.support.DeviceEditorPart;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.WithHubView;

/** What each page says of a hub that answers badly or not at all, and that it reads when the hub is well again. */
class EditorBadReplyTest extends WithHubView {

	@RegisterExtension
	final HubFixture hub = new HubFixture("Factory");
	private DeviceEditorPart editor;

	@BeforeEach
	void createTheDevice() throws Exception {
		hub.create("d1");
		IotHubCore.get().operations().run(new CreateModuleOperation(hub.connection(), ModuleIdentity.of("d1", "m1")), new NullProgressMonitor());
	}

	@AfterEach
	void closeTheEditors() {
		hub.hub().inject(FaultPlan.NONE);
		Ui.run(() -> HubView.page().closeAllEditors(false));
	}

	private void open(String page, String refresh) throws InterruptedException {
		editor = DeviceEditorPart.open(view, "d1").showPage(page);
		Until.holds("the page", () -> refresh.isEmpty() || editor.find(refresh) != null);
		editor.awaitNotice("all to be read", String::isEmpty);
		HubView.awaitQuiet();
	}

	/** Reads the page anew: by its link, or as Revert does. */
	private void read(String refresh) {
		Ui.run(() -> {
			if (refresh.isEmpty()) {
				editor.part().twin().doRevertToSaved();
			} else {
				editor.find(refresh).notifyListeners(SWT.Selection, new Event());
			}
		});
	}

	private void fault(FaultEffect effect) {
		hub.hub().inject(FaultPlan.of(FaultRule.of(FaultRule.EVERY_OPERATION, effect)));
	}

	private void again() {
		assertTrue(editor.offers(Remedy.AGAIN), editor::notice);
		hub.hub().inject(FaultPlan.NONE);
		editor.follow(Remedy.AGAIN).awaitNotice("all to be read", String::isEmpty);
	}

	@ParameterizedTest
	@CsvSource({ "identity,identityRefresh", "raw,rawRefresh", "modules,modulesRefresh", "messages,queueRefresh", "'',''" })
	void aReplyThatBreaksOffIsSaidAndReadAgain(String page, String refresh) throws Exception {
		open(page, refresh);
		fault(FaultEffect.Break.TRUNCATE);
		read(refresh);
		editor.awaitNotice("what is wrong with the reply", said -> said.contains("broke off in the middle"));
		again();
	}

	@ParameterizedTest
	@CsvSource({ "identity,identityRefresh", "raw,rawRefresh", "modules,modulesRefresh", "messages,queueRefresh", "'',''" })
	void aReadThatHangsIsCancelledAndDoneAgain(String page, String refresh) throws Exception {
		open(page, refresh);
		fault(new FaultEffect.Delay(Duration.ofMinutes(5)));
		read(refresh);
		Until.holds("it to be read", () -> {
			Job[] jobs = Job.getJobManager().find(HubJob.FAMILY);
			return jobs.length > 0 && jobs[0].getState() == Job.RUNNING;
		});
		Job.getJobManager().cancel(HubJob.FAMILY);
		editor.awaitNotice("that it was cancelled", said -> said.contains("ancelled"));
		again();
	}

	@Test
	void nothingIsSaidOfADeviceThatCouldNotBeRead() {
		editor = DeviceEditorPart.open(view, "d1");
		fault(FaultEffect.Break.TRUNCATE);
		editor.showPage("identity").awaitNotice("what is wrong with the reply", said -> said.contains("broke off in the middle"));
		assertEquals("", Ui.get(() -> ((Combo) editor.find("identityAuthentication")).getText()));
		again();
		assertEquals("Symmetric key", Ui.get(() -> ((Combo) editor.find("identityAuthentication")).getText()));
	}
}
