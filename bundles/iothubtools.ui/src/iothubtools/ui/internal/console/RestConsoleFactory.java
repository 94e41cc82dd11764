// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.console;

import java.util.Arrays;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.console.ConsolePlugin;
import org.eclipse.ui.console.IConsole;
import org.eclipse.ui.console.IConsoleFactory;
import org.eclipse.ui.console.IConsoleManager;

import iothubtools.core.events.ExchangeFeed;
import iothubtools.core.snippets.SentCall;

/** Opens the console IoT Hub REST; there is one. */
public final class RestConsoleFactory implements IConsoleFactory {

	/** Platform consoles come from factories without arguments: what outlives them is kept here. */
	private static @Nullable ExchangeHistory exchanges;

	/** Begins to remember exchanges, so that a console that is opened later shows them, too. */
	public static synchronized void remember(ExchangeFeed feed) {
		exchanges = new ExchangeHistory(feed);
	}

	/** Ends that, and forgets them. */
	public static synchronized void forget() {
		ExchangeHistory kept = exchanges;
		exchanges = null;
		if (kept != null) {
			kept.close();
		}
	}

	/** The last call of all, whether a console shows it or not; null if there was none. */
	public static synchronized @Nullable SentCall lastCall() {
		ExchangeHistory kept = exchanges;
		Exchange newest = kept == null ? null : kept.newest();
		return newest == null ? null : newest.call();
	}

	private static synchronized ExchangeHistory history() {
		ExchangeHistory kept = exchanges;
		if (kept == null) {
			throw new IllegalStateException("iothubtools.ui is not running");
		}
		return kept;
	}

	@Override
	public void openConsole() {
		IConsoleManager manager = ConsolePlugin.getDefault().getConsoleManager();
		IConsole console = Arrays.stream(manager.getConsoles()).filter(RestConsole.class::isInstance).findFirst()
				.orElseGet(() -> add(manager));
		manager.showConsoleView(console);
	}

	private static IConsole add(IConsoleManager manager) {
		RestConsole console = new RestConsole(history());
		manager.addConsoles(new IConsole[] { console });
		return console;
	}
}
