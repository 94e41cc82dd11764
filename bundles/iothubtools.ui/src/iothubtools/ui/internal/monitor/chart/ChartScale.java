// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.monitor.chart;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * An axis from a smallest to a largest value over so many pixels.
 *
 * @param low    the value at the beginning
 * @param high   another, larger one at the end
 * @param pixels between them
 */
record ChartScale(double low, double high, int pixels) {

	private static final long SECOND = 1000;
	private static final long MINUTE = 60 * SECOND;
	private static final long HOUR = 60 * MINUTE;
	private static final long DAY = 24 * HOUR;
	/** What a clock is read by, in milliseconds. */
	private static final long[] TIMES = { 1, 2, 5, 10, 20, 50, 100, 200, 500, SECOND, 2 * SECOND, 5 * SECOND, 10 * SECOND, 15 * SECOND, 30 * SECOND, MINUTE,
			2 * MINUTE, 5 * MINUTE, 10 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY, 7 * DAY, 30 * DAY };

	/** Where a value lies, in pixels from the beginning. */
	int at(double value) {
		return (int) Math.round((value - low) / (high - low) * pixels);
	}

	/** An axis of numbers, with some room at both ends. */
	static ChartScale ofNumbers(double least, double most, int pixels) {
		double room = most > least ? (most - least) * 0.05 : Math.max(1e-9, Math.abs(least) * 0.05);
		return new ChartScale(least - room, most + room, Math.max(1, pixels));
	}

	/** An axis of time; one moment is half a second to each side. */
	static ChartScale ofTimes(long first, long last, int pixels) {
		return last > first ? new ChartScale(first, last, Math.max(1, pixels)) : new ChartScale(first - 500, first + 500, Math.max(1, pixels));
	}

	/** Between numbers that are written at the axis: 1, 2 or 5 times a power of ten. */
	double step(int pixelsEach) {
		double least = (high - low) * pixelsEach / pixels;
		double power = Math.pow(10, Math.floor(Math.log10(least)));
		double times = least / power;
		return (times <= 1 ? 1 : times <= 2 ? 2 : times <= 5 ? 5 : 10) * power;
	}

	/** Numbers to write at the axis. */
	List<Double> ticks(int pixelsEach) {
		double step = step(pixelsEach);
		List<Double> ticks = new ArrayList<>();
		for (double tick = Math.ceil(low / step) * step; tick <= high && ticks.size() < 100; tick += step) {
			// not -0, nor what is left of a sum
			ticks.add(Math.abs(tick) < step / 1000 ? 0.0 : tick);
		}
		return ticks;
	}

	/** Between times that are written at the axis, in milliseconds. */
	long timeStep(int pixelsEach) {
		double least = (high - low) * pixelsEach / pixels;
		for (long time : TIMES) {
			if (time >= least) {
				return time;
			}
		}
		return (long) Math.ceil(least / TIMES[TIMES.length - 1]) * TIMES[TIMES.length - 1];
	}

	/** Times to write at the axis, whole ones by the clock of this machine. */
	List<Long> timeTicks(int pixelsEach) {
		long step = timeStep(pixelsEach);
		long offset = ZoneId.systemDefault().getRules().getOffset(Instant.ofEpochMilli((long) low)).getTotalSeconds() * SECOND;
		List<Long> ticks = new ArrayList<>();
		for (long tick = Math.floorDiv((long) Math.ceil(low) + offset + step - 1, step) * step - offset; tick <= high && ticks.size() < 100; tick += step) {
			ticks.add(tick);
		}
		return ticks;
	}

	/** A time as it is written where there is one every {@code step} milliseconds. */
	static String time(long time, long step) {
		String pattern = step < SECOND ? "HH:mm:ss.SSS" : step < MINUTE ? "HH:mm:ss" : step < DAY ? "HH:mm" : "yyyy-MM-dd";
		return DateTimeFormatter.ofPattern(pattern).withZone(ZoneId.systemDefault()).format(Instant.ofEpochMilli(time));
	}

	/** A number as it is written where there is one every {@code step}. */
	static String number(double number, double step) {
		NumberFormat format = NumberFormat.getNumberInstance();
		int digits = (int) Math.max(0, Math.min(9, -Math.floor(Math.log10(step) + 1e-9)));
		format.setMinimumFractionDigits(digits);
		format.setMaximumFractionDigits(digits);
		return Math.abs(number) >= 1e12 ? Double.toString(number) : format.format(number);
	}
}
