// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.device;

import java.util.List;

import org.eclipse.osgi.util.NLS;

import iothubtools.client.names.DeviceIdPattern;
import iothubtools.ui.internal.text.Numbers;

/** The numbers that a pattern of device ids is filled with, as they were entered. */
public final class IdNumbers {

	/** Devices that can be made at once. */
	public static final int MAX_DEVICES = 10_000;

	/** Longer numbers are no numbers of devices. */
	private static final int DIGITS = 9;

	private String from = "1";
	private String to = "10";

	public String from() {
		return from;
	}

	public void setFrom(String from) {
		this.from = from.strip();
	}

	public String to() {
		return to;
	}

	public void setTo(String to) {
		this.to = to.strip();
	}

	static boolean isNumber(String text) {
		return !text.isEmpty() && text.length() <= DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
	}

	/** How many there are; not positive while they are not in order, 0 while one is no number. */
	int count() {
		return isNumber(from) && isNumber(to) ? Integer.parseInt(to) - Integer.parseInt(from) + 1 : 0;
	}

	boolean valid() {
		return count() > 0 && count() <= MAX_DEVICES;
	}

	/** All ids of a pattern; numbers must be {@link #valid}. */
	List<String> ids(DeviceIdPattern pattern) {
		return pattern.ids(Integer.parseInt(from), Integer.parseInt(to));
	}

	/** The first id, the last one, and how many there are. */
	String preview(DeviceIdPattern pattern) {
		List<String> ids = ids(pattern);
		String last = ids.get(ids.size() - 1);
		return switch (ids.size()) {
		case 1 -> NLS.bind(Messages.Preview_one, last);
		case 2 -> NLS.bind(Messages.Preview_two, ids.get(0), last);
		default -> NLS.bind(Messages.Preview_many, new Object[] { Numbers.of(ids.size()), ids.get(0), last });
		};
	}
}
