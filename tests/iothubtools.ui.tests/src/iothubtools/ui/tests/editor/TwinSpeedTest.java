// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.PartInitException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.names.ClientId;
import iothubtools.client.twins.TwinContent;
import iothubtools.core.IotHubCore;
import iothubtools.core.operations.CreateDevicesOperation;
import iothubtools.core.operations.GetTwinToEditOperation;
import iothubtools.tests.support.hub.MqttDevice;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.editor.internal.DeviceEditor;
import iothubtools.ui.editor.internal.input.DeviceEditorInput;
import iothubtools.ui.tests.support.DeviceEditorPart;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.UiStalls;
import iothubtools.ui.tests.support.WithHubView;

/** How long the editor takes with a twin as large as twins may be, and what editors cost. What is printed is in docs/performance.md. */
class TwinSpeedTest extends WithHubView {

	/** A machine that is busy with something else for a moment is no news. */
	private static final int ATTEMPTS = 3;

	@RegisterExtension
	final HubFixture hub = new HubFixture("Factory");

	/** 2,000 members: 32 KB less 768 bytes, as the hub counts. */
	private static String full(int value) {
		return IntStream.range(0, 100)
				.mapToObj(group -> "\"group%02d\":{".formatted(group)
						+ IntStream.range(0, 20).mapToObj(i -> "\"item%03d\":%d".formatted(i, value + i)).collect(Collectors.joining(",")) + "}")
				.collect(Collectors.joining(",", "{", "}"));
	}

	private void create(List<String> ids, String desired) throws CoreException {
		IotHubCore.get().operations().run(new CreateDevicesOperation(hub.connection(), ids.stream().map(id -> DeviceIdentity.builder(id).build()).toList(),
				new TwinContent("{}", desired)), new NullProgressMonitor());
	}

	private DeviceEditorPart open(String id) {
		return new DeviceEditorPart(Objects.requireNonNull(Ui.get(() -> {
			try {
				return (DeviceEditor) HubView.page().openEditor(new DeviceEditorInput(hub.connection().id(), ClientId.device(id)), DeviceEditor.ID);
			} catch (PartInitException e) {
				throw new IllegalStateException(e);
			}
		})));
	}

	/** Milliseconds that the UI thread works from when the twin was read to when its text is there: on a busy machine it waits for others, too. */
	private long opened(String id) {
		ThreadMXBean threads = ManagementFactory.getThreadMXBean();
		long uiThread = Ui.display().getThread().getId();
		AtomicLong replied = new AtomicLong();
		AtomicLong worked = new AtomicLong();
		JobChangeAdapter watch = new JobChangeAdapter() {
			@Override
			public void done(IJobChangeEvent event) {
				if (event.getJob().belongsTo(GetTwinToEditOperation.class) && replied.compareAndSet(0, System.nanoTime())) {
					worked.set(threads.getThreadCpuTime(uiThread));
				}
			}
		};
		Job.getJobManager().addJobChangeListener(watch);
		try {
			DeviceEditorPart editor = open(id);
			while (Boolean.TRUE.equals(Ui.get(() -> editor.document().get().isEmpty()))) {
				LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
			}
			long work = TimeUnit.NANOSECONDS.toMillis(threads.getThreadCpuTime(uiThread) - worked.get());
			System.out.println("A twin of 32 KB is there after " + work + " ms of work, " + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - replied.get())
					+ " ms in all");
			editor.close();
			return work;
		} finally {
			Job.getJobManager().removeJobChangeListener(watch);
		}
	}

	@Test
	void aFullTwinIsThereThreeTenthsOfASecondAfterItsReply() throws Exception {
		create(List.of("d1"), full(1000));
		try (MqttDevice device = new MqttDevice(hub.hub(), hub.tls(), "d1")) {
			device.report(full(1000));
		}
		List<Long> times = new ArrayList<>();
		for (int i = 0; i < ATTEMPTS && (times.isEmpty() || times.get(times.size() - 1) >= 300); i++) {
			times.add(opened("d1"));
		}
		assertTrue(times.get(times.size() - 1) < 300, () -> times + " ms");
	}

	@Test
	void typingIsNotHeldUpByMarksFoldingAndOutline() throws Exception {
		create(List.of("d1"), full(1000));
		try (MqttDevice device = new MqttDevice(hub.hub(), hub.tls(), "d1")) {
			// every second group is another one
			device.report(full(1000).replaceAll("(\"group\\d[02468]\":\\{\"item000\":)\\d+", "$12"));
		}
		Ui.run(() -> {
			try {
				HubView.page().showView(IPageLayout.ID_OUTLINE);
			} catch (PartInitException e) {
				throw new IllegalStateException(e);
			}
		});
		DeviceEditorPart editor = open("d1").awaitRead();
		Map<String, Long> best = new HashMap<>();
		for (int attempt = 0; attempt < ATTEMPTS && (best.isEmpty() || best.values().stream().anyMatch(stall -> stall >= 50)); attempt++) {
			Until.holds("differences to be told", () -> editor.find("reportedStatus") instanceof Label status && status.getText().contains("50 differ"));
			settle();
			try (UiStalls stalls = UiStalls.watch(best)) {
				settle();
				stalls.report("nothing");
				for (int i = 0; i < 10; i++) {
					type(editor, "\"group50\": {", "\"new" + i + "\": 1, ");
					// the text is read after a pause
					LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(i % 2 == 0 ? 450 : 60));
				}
				settle();
				stalls.report("typing");
			}
		}
		assertTrue(best.get("typing") < 50, () -> best + " ms");
	}

	private static void settle() {
		LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1500));
	}

	/** As a person does: a character after another. */
	private static void type(DeviceEditorPart editor, String behind, String text) {
		StyledText widget = Ui.get(() -> (StyledText) editor.part().twin().getAdapter(Control.class));
		Ui.run(() -> widget.setCaretOffset(widget.getText().indexOf(behind) + behind.length()));
		for (char c : text.toCharArray()) {
			Ui.run(() -> {
				int caret = widget.getCaretOffset();
				widget.insert(String.valueOf(c));
				widget.setCaretOffset(caret + 1);
			});
		}
	}

	@Test
	void anEditorCostsLessThanTwoMegabytes() throws Exception {
		List<String> ids = IntStream.range(0, 50).mapToObj(i -> "d" + i).toList();
		for (String id : ids) {
			// all at once is more than a hub takes
			create(List.of(id), full(1000));
		}
		// whatever they bring along that is not theirs: the console's last calls, what the hub has read of its file
		openAll(ids);
		Ui.run(() -> HubView.page().closeAllEditors(false));
		long before = heap();
		openAll(ids);
		assertEquals(50, Ui.get(() -> HubView.page().getEditorReferences().length));
		settle();
		double each = (heap() - before) / 50.0 / (1 << 20);
		System.out.printf("An editor with a twin of 32 KB costs %.2f MB of heap%n", each);
		assertTrue(each < 2, () -> each + " MB");
	}

	private void openAll(List<String> ids) throws Exception {
		for (String id : ids) {
			DeviceEditorPart editor = open(id);
			editor.awaitNotice("the twin of " + id, String::isEmpty).awaitRead();
		}
	}

	private static long heap() throws InterruptedException {
		HubView.awaitQuiet();
		for (int i = 0; i < 4; i++) {
			System.gc();
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
		}
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
	}

	@Test
	void tenThousandReportedPropertiesAreShownWhileTheUiGoesOn() throws Exception {
		create(List.of("d1"), "{\"a\":1}");
		String reported = IntStream.range(0, 100)
				.mapToObj(group -> "\"g%02d\":{".formatted(group)
						+ IntStream.range(0, 100).mapToObj(i -> "\"%02d\":\"\"".formatted(i)).collect(Collectors.joining(",")) + "}")
				.collect(Collectors.joining(",", "{", "}"));
		try (MqttDevice device = new MqttDevice(hub.hub(), hub.tls(), "d1")) {
			device.report(reported);
		}
		Map<String, Long> best = new HashMap<>();
		long[] took = { 0 };
		for (int attempt = 0; attempt < ATTEMPTS && (best.isEmpty() || best.get("open") >= 500); attempt++) {
			settle();
			try (UiStalls stalls = UiStalls.watch(best)) {
				long began = System.nanoTime();
				DeviceEditorPart editor = open("d1").awaitRead();
				Until.holds("what is reported", () -> ((StyledText) editor.find("reportedText")).getLineCount() > 10_000);
				took[0] = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
				settle();
				stalls.report("open");
				editor.replace("\"a\": 1", "\"a\": 2");
				settle();
				stalls.report("edit");
				editor.close();
			}
		}
		System.out.println("10,000 reported properties are there after " + took[0] + " ms");
		assertTrue(took[0] < 15_000, () -> took[0] + " ms");
		assertTrue(best.get("open") < 500 && best.get("edit") < 200, () -> best + " ms");
	}
}
