// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.console;

import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.resource.ColorRegistry;
import org.eclipse.jface.preference.JFacePreferences;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.console.IOConsole;
import org.eclipse.ui.console.IOConsoleOutputStream;

import iothubtools.core.snippets.SentCall;
import iothubtools.ui.internal.HelpContext;
import iothubtools.ui.internal.images.HubImages;

/**
 * The console IoT Hub REST: every HTTP exchange with every hub. What comes is queued and written by a job of its own, so
 * that neither the transport nor the UI waits for it.
 */
final class RestConsole extends IOConsole {

	static final String TYPE = "iothubtools.ui.restConsole";

	/** The oldest text goes when there is more than this, in characters. */
	private static final int MAX_TEXT = 500_000;

	private final ExchangeHistory history;
	private final ShownCalls shown = new ShownCalls(MAX_TEXT);
	private final Queue<Exchange> queue = new ConcurrentLinkedQueue<>();
	private final Consumer<List<Exchange>> reader = this::enqueue;
	private final Job writer = Job.createSystem("Write the REST console", (ICoreRunnable) monitor -> write());
	private final IOConsoleOutputStream requests = newOutputStream();
	private final IOConsoleOutputStream details = newOutputStream();
	private final IOConsoleOutputStream failures = newOutputStream();

	RestConsole(ExchangeHistory history) {
		super(Messages.Console_name, TYPE, HubImages.CONSOLE.descriptor(), true);
		this.history = history;
		setWaterMarks(MAX_TEXT - MAX_TEXT / 5, MAX_TEXT);
		Display.getDefault().syncExec(this::colour);
	}

	/** Colours of the theme, which differ between light and dark. */
	private void colour() {
		ColorRegistry colours = JFaceResources.getColorRegistry();
		requests.setFontStyle(SWT.BOLD);
		requests.setColor(colours.get(JFacePreferences.ACTIVE_HYPERLINK_COLOR));
		failures.setFontStyle(SWT.BOLD);
		failures.setColor(colours.get(JFacePreferences.ERROR_COLOR));
	}

	@Override
	public String getHelpContextId() {
		return HelpContext.of(RestConsole.class);
	}

	@Override
	protected void init() {
		super.init();
		addPatternMatchListener(new DeviceLinks());
		history.read(reader);
	}

	@Override
	protected void dispose() {
		history.unread(reader);
		writer.cancel();
		super.dispose();
	}

	/** The call whose lines this place of the text is among; null if there is none. */
	@Nullable
	SentCall callAt(int offset) {
		return shown.at(getDocument(), offset);
	}

	private void enqueue(List<Exchange> exchanges) {
		queue.addAll(exchanges);
		writer.schedule();
	}

	private void write() {
		try {
			for (Exchange exchange = queue.poll(); exchange != null; exchange = queue.poll()) {
				ExchangeText text = ExchangeText.of(exchange);
				shown.add(text, exchange.call());
				write(text);
			}
		} catch (IOException e) {
			// the console was closed while it was written
			ILog.of(RestConsole.class).info("The REST console was closed", e);
		}
	}

	private void write(ExchangeText text) throws IOException {
		requests.write(text.request() + "\n");
		details.write(text.sent());
		(text.failed() ? failures : requests).write(text.reply() + "\n");
		details.write(text.got() + "\n");
	}
}
