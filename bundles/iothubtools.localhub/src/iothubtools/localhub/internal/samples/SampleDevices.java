// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.samples;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.devices.Credentials;
import iothubtools.localhub.internal.devices.Device;
import iothubtools.localhub.internal.devices.DeviceActivity;
import iothubtools.localhub.internal.devices.DeviceListener;
import iothubtools.localhub.internal.devices.DeviceStore;
import iothubtools.localhub.internal.devices.EdgeScopes;
import iothubtools.localhub.internal.kernel.ClientId;
import iothubtools.localhub.internal.kernel.Etags;
import iothubtools.localhub.internal.kernel.Writer;
import iothubtools.localhub.internal.twins.Twin;
import iothubtools.localhub.internal.twins.TwinStore;

/**
 * Devices to look at: {@code sensor-0001}, {@code sensor-0002} and so on, of every kind. Which kind a device is follows from
 * its number alone, so that every hub has the same ones; only keys are random.
 */
public final class SampleDevices {

	private static final int BATCH = 1000;
	private static final String[] REASONS = { "Under maintenance", "Battery replaced next week", "Certificate expired" };

	private final DeviceStore devices;
	private final TwinStore twins;
	private final DeviceListener listener;
	private final Writer writer;
	private final Clock clock;

	/** With where they and their twins are kept, and who is told of those that are made. */
	public SampleDevices(DeviceStore devices, TwinStore twins, DeviceListener listener, Writer writer, Clock clock) {
		this.devices = devices;
		this.twins = twins;
		this.listener = listener;
		this.writer = writer;
		this.clock = clock;
	}

	/** Makes those of the first so many that are missing, and returns when they are kept. */
	public void make(int count) {
		if (count > devices.samples()) {
			makeAll(count);
		}
	}

	private void makeAll(int count) {
		CompletableFuture<?> last = CompletableFuture.completedFuture(null);
		for (int first = 1; first <= count; first += BATCH) {
			int from = first;
			int to = Math.min(count, first + BATCH - 1);
			last.join(); // so that each is a commit of its own: all in one would have to be in memory at once
			last = writer.write(() -> makeMissing(from, to, count)).toCompletableFuture();
		}
		last.join();
	}

	private Integer makeMissing(int from, int to, int all) {
		int made = 0;
		Instant now = clock.instant();
		SampleTwins sampleTwins = new SampleTwins(now);
		for (int number = from; number <= to; number++) {
			String id = id(number);
			if (devices.get(id) == null) {
				make(device(id, number, now), activity(number, now), sampleTwins.of(number));
				made++;
			}
		}
		if (to == all) {
			devices.samples(all);
		}
		return made;
	}

	private void make(Device device, DeviceActivity activity, @Nullable Twin twin) {
		devices.put(device);
		devices.put(device.deviceId(), activity);
		if (twin != null) {
			twins.put(ClientId.of(device.deviceId()), twin);
		}
		listener.changed(null, device);
	}

	/** Four digits at least, without a formatter, which takes longer than all the rest of the device. */
	private static String id(int number) {
		String digits = Integer.toString(number);
		return "sensor-" + "0".repeat(Math.max(0, 4 - digits.length())) + digits;
	}

	private static Device device(String id, int number, Instant now) {
		boolean edge = number % 25 == 0;
		boolean enabled = isEnabled(number);
		return new Device(id, now, Etags.firstVersion(), enabled, enabled ? null : REASONS[number / 10 % REASONS.length],
				enabled ? null : now, credentials(id, number), edge, edge ? EdgeScopes.newScope(id, now) : null, null);
	}

	private static boolean isEnabled(int number) {
		return number % 10 != 7;
	}

	private static Credentials credentials(String id, int number) {
		return switch (number % 10) {
		case 3 -> Credentials.ofThumbprints(thumbprint(id), thumbprint(id + "/2"));
		case 8 -> Credentials.ofAuthority();
		default -> Credentials.newKeys();
		};
	}

	private static DeviceActivity activity(int number, Instant now) {
		if (number % 6 == 0) {
			return DeviceActivity.NONE;
		}
		Instant last = now.minus(Duration.ofSeconds(number * 7919L % 864_000));
		Instant changed = last.minus(Duration.ofMinutes(number % 90));
		return new DeviceActivity(false, changed, last);
	}

	private static String thumbprint(String text) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().withUpperCase().formatHex(digest);
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException("every Java has SHA-1", e);
		}
	}
}
