// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.console;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.console.IHyperlink;
import org.eclipse.ui.console.IPatternMatchListener;
import org.eclipse.ui.console.PatternMatchEvent;
import org.eclipse.ui.console.TextConsole;

import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.ui.internal.Commands;
import iothubtools.ui.internal.UiIds;

/** Makes the ids of devices in the first lines of exchanges links, which select the device in the IoT Hub view. */
final class DeviceLinks implements IPatternMatchListener {

	/** Time, name of the connection, method and path, as {@link ExchangeText} writes them. */
	private static final String LINE = "^[0-9:.]{12}  (.+?)  [A-Z]+ /(?:devices|twins)/([^/?\\s]+)";
	private static final Pattern PARTS = Pattern.compile(LINE);

	private @Nullable TextConsole console;

	@Override
	public void connect(@Nullable TextConsole connected) {
		console = connected;
	}

	@Override
	public void disconnect() {
		console = null;
	}

	@Override
	public void matchFound(@Nullable PatternMatchEvent event) {
		TextConsole shown = console;
		if (event == null || shown == null) {
			return;
		}
		try {
			Matcher line = PARTS.matcher(shown.getDocument().get(event.getOffset(), event.getLength()));
			if (line.find()) {
				String id = URLDecoder.decode(line.group(2).replace("+", "%2B"), StandardCharsets.UTF_8);
				shown.addHyperlink(new Link(line.group(1), id), event.getOffset() + line.start(2), line.group(2).length());
			}
		} catch (BadLocationException e) {
			// the oldest text went meanwhile
		}
	}

	@Override
	public String getPattern() {
		return LINE;
	}

	@Override
	public int getCompilerFlags() {
		return Pattern.MULTILINE;
	}

	@Override
	public @Nullable String getLineQualifier() {
		return "/(?:devices|twins)/";
	}

	/** @param hub the name of its connection, which may be gone */
	private record Link(String hub, String deviceId) implements IHyperlink {

		@Override
		public void linkEntered() {
			// the console shows it
		}

		@Override
		public void linkExited() {
			// the console shows it
		}

		@Override
		public void linkActivated() {
			IotHubCore.get().connections().all().stream().filter(connection -> connection.name().equals(hub)).map(HubConnection::id).findFirst()
					.ifPresent(id -> Commands.run(PlatformUI.getWorkbench(), UiIds.SHOW_DEVICE, Map.of(UiIds.HUB_ID, id, UiIds.DEVICE_ID, deviceId)));
		}
	}
}
