// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.telemetry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;

/**
 * The numbers that stand at some paths of JSON bodies, by device and time. Looks at each message once; of each device and path the last ones are
 * kept. Used by one thread at a time.
 */
public final class MessageNumbers {

	/** More lines than anybody tells apart. */
	public static final int MOST_SERIES = 24;

	/** More points than a screen has. */
	public static final int MOST_POINTS = 4000;

	/**
	 * The numbers of one device at one path, in the order in which they came.
	 *
	 * @param times  when each came to the hub, in milliseconds since 1970
	 * @param values as many as times
	 */
	public record Series(String deviceId, BodyPath path, long[] times, double[] values) {
	}

	/** A ring of points. */
	private static final class Points {

		private long[] times = new long[64];
		private double[] values = new double[64];
		private int first;
		private int count;

		void add(long time, double value) {
			if (count == times.length && count < MOST_POINTS) {
				Series now = copy("", NOWHERE);
				times = Arrays.copyOf(now.times(), Math.min(MOST_POINTS, 2 * count));
				values = Arrays.copyOf(now.values(), times.length);
				first = 0;
			}
			int place = (first + count) % times.length;
			times[place] = time;
			values[place] = value;
			if (count < times.length) {
				count++;
			} else {
				first = (first + 1) % times.length;
			}
		}

		Series copy(String deviceId, BodyPath path) {
			long[] allTimes = new long[count];
			double[] allValues = new double[count];
			for (int i = 0; i < count; i++) {
				allTimes[i] = times[(first + i) % times.length];
				allValues[i] = values[(first + i) % times.length];
			}
			return new Series(deviceId, path, allTimes, allValues);
		}
	}

	private record Key(String deviceId, BodyPath path) {
	}

	private static final BodyPath NOWHERE = BodyPath.root();

	private final Map<Key, Points> series = new LinkedHashMap<>();
	private List<BodyPath> paths = List.of();
	private long next;

	/** Looks at other paths, in all messages that it is given again. */
	public void paths(List<BodyPath> newPaths) {
		paths = List.copyOf(newPaths);
		reset();
	}

	/** Forgets what it has seen. */
	public void reset() {
		series.clear();
		next = 0;
	}

	/** What some messages have, of which those are looked at that came since the last time. */
	public List<Series> update(List<NumberedMessage> messages) {
		if (paths.isEmpty()) {
			return List.of();
		}
		int from = messages.size();
		while (from > 0 && messages.get(from - 1).number() >= next) {
			from--;
		}
		for (NumberedMessage message : messages.subList(from, messages.size())) {
			add(message);
			next = message.number() + 1;
		}
		List<Series> now = new ArrayList<>(series.size());
		series.forEach((key, points) -> now.add(points.copy(key.deviceId(), key.path())));
		return now;
	}

	private void add(NumberedMessage message) {
		JsonElement body = MessageBody.json(message.message());
		if (body == null) {
			return;
		}
		String deviceId = MessageText.deviceId(message.message());
		long time = message.message().position().enqueuedTime().toEpochMilli();
		for (BodyPath path : paths) {
			for (JsonElement value : path.in(body)) {
				if (value instanceof JsonPrimitive primitive && primitive.isNumber() && Double.isFinite(primitive.getAsDouble())) {
					Key key = new Key(deviceId, path);
					Points points = series.get(key);
					if (points == null && series.size() < MOST_SERIES) {
						points = new Points();
						series.put(key, points);
					}
					if (points != null) {
						points.add(time, primitive.getAsDouble());
					}
				}
			}
		}
	}
}
