// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.monitor.chart;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;

import iothubtools.core.telemetry.MessageNumbers.Series;
import iothubtools.ui.internal.content.MessageTime;

/** Draws lines over a time axis, with a legend, and what stands at the point below the mouse. */
final class ChartPainter {

	/** Room around things, in pixels. */
	private static final int GAP = 6;
	private static final int SAMPLE = 18;
	private static final int TICK_HEIGHT = 40;
	/** As wide as a time at the axis gets. */
	private static final String LONGEST_TIME = "00:00:00.000";
	/** As near as the mouse has to be to a point. */
	private static final int NEAR = 24;
	/** Of the dot of a number, in pixels. */
	private static final int RADIUS = 2;
	/** The same of a number that no line leads to. */
	private static final int ALONE = 4;
	private static final int[] STYLES = { SWT.LINE_SOLID, SWT.LINE_DASH, SWT.LINE_DOT };
	/** Different colours; more lines have other styles. */
	static final int COLOURS = 8;

	private final List<Series> series;
	private final IntFunction<Color> colours;
	private final Color foreground;
	private final Color background;

	/** @param colours one for each number below {@link #COLOURS} */
	ChartPainter(List<Series> series, IntFunction<Color> colours, Color foreground, Color background) {
		this.series = series;
		this.colours = colours;
		this.foreground = foreground;
		this.background = background;
	}

	/** @param mouse null for none */
	void paint(GC gc, Rectangle all, @Nullable Point mouse) {
		gc.setBackground(background);
		gc.fillRectangle(all);
		gc.setForeground(foreground);
		int line = gc.getFontMetrics().getHeight();
		if (series.isEmpty()) {
			gc.drawText(Messages.Chart_empty, all.x + 2 * GAP, all.y + 2 * GAP, true);
			return;
		}
		int top = legend(gc, all, line) + GAP;
		double least = series.stream().flatMapToDouble(each -> Arrays.stream(each.values())).min().orElse(0);
		double most = series.stream().flatMapToDouble(each -> Arrays.stream(each.values())).max().orElse(1);
		long first = series.stream().flatMapToLong(each -> Arrays.stream(each.times())).min().orElse(0);
		long last = series.stream().flatMapToLong(each -> Arrays.stream(each.times())).max().orElse(1);
		ChartScale y = ChartScale.ofNumbers(least, most, all.y + all.height - line - 3 * GAP - top);
		double step = y.step(TICK_HEIGHT);
		int left = all.x + 2 * GAP + y.ticks(TICK_HEIGHT).stream().mapToInt(tick -> gc.textExtent(ChartScale.number(tick, step)).x).max().orElse(0);
		ChartScale x = ChartScale.ofTimes(first, last, all.x + all.width - left - 3 * GAP);
		Rectangle plot = new Rectangle(left, top, x.pixels(), y.pixels());
		axes(gc, plot, x, y, line);
		gc.setClipping(plot.x - 3, plot.y - 3, plot.width + 7, plot.height + 7);
		for (int i = 0; i < series.size(); i++) {
			line(gc, i, plot, x, y);
		}
		gc.setClipping((Rectangle) null);
		if (mouse != null) {
			hover(gc, all, plot, x, y, mouse);
		}
	}

	private void style(GC gc, int index) {
		gc.setForeground(colours.apply(index % COLOURS));
		gc.setBackground(colours.apply(index % COLOURS));
		gc.setLineWidth(2);
		gc.setLineStyle(STYLES[index / COLOURS % STYLES.length]);
	}

	private void plain(GC gc) {
		gc.setForeground(foreground);
		gc.setBackground(background);
		gc.setLineWidth(1);
		gc.setLineStyle(SWT.LINE_SOLID);
	}

	/** Several lines where one is not enough; gives its lower end. */
	private int legend(GC gc, Rectangle all, int line) {
		int x = all.x + 2 * GAP;
		int y = all.y + GAP;
		for (int i = 0; i < series.size(); i++) {
			String name = name(series.get(i));
			int width = SAMPLE + GAP + gc.textExtent(name).x + 3 * GAP;
			if (x + width > all.x + all.width && x > all.x + 2 * GAP) {
				x = all.x + 2 * GAP;
				y += line + GAP / 2;
				if (y > all.y + all.height / 3) {
					gc.drawText("\u2026", x, y, true);
					break;
				}
			}
			style(gc, i);
			gc.drawLine(x, y + line / 2, x + SAMPLE, y + line / 2);
			plain(gc);
			gc.drawText(name, x + SAMPLE + GAP, y, true);
			x += width;
		}
		return y + line;
	}

	static String name(Series each) {
		return each.deviceId() + " \u00b7 " + each.path();
	}

	private void axes(GC gc, Rectangle plot, ChartScale x, ChartScale y, int line) {
		double step = y.step(TICK_HEIGHT);
		for (double tick : y.ticks(TICK_HEIGHT)) {
			int at = plot.y + plot.height - y.at(tick);
			faint(gc, plot.x, at, plot.x + plot.width, at);
			String text = ChartScale.number(tick, step);
			gc.drawText(text, plot.x - GAP - gc.textExtent(text).x, at - line / 2, true);
		}
		int tickWidth = gc.textExtent(LONGEST_TIME).x + 4 * GAP;
		long timeStep = x.timeStep(tickWidth);
		for (long tick : x.timeTicks(tickWidth)) {
			int at = plot.x + x.at(tick);
			faint(gc, at, plot.y, at, plot.y + plot.height);
			String text = ChartScale.time(tick, timeStep);
			int width = gc.textExtent(text).x;
			gc.drawText(text, Math.min(at - width / 2, plot.x + plot.width + 2 * GAP - width), plot.y + plot.height + GAP, true);
		}
		gc.drawLine(plot.x, plot.y, plot.x, plot.y + plot.height);
		gc.drawLine(plot.x, plot.y + plot.height, plot.x + plot.width, plot.y + plot.height);
	}

	private static void faint(GC gc, int x1, int y1, int x2, int y2) {
		gc.setAlpha(50);
		gc.drawLine(x1, y1, x2, y2);
		gc.setAlpha(255);
	}

	private void line(GC gc, int index, Rectangle plot, ChartScale x, ChartScale y) {
		Series each = series.get(index);
		style(gc, index);
		int[] points = new int[2 * each.times().length];
		for (int i = 0; i < each.times().length; i++) {
			points[2 * i] = plot.x + x.at(each.times()[i]);
			points[2 * i + 1] = plot.y + plot.height - y.at(each.values()[i]);
		}
		gc.drawPolyline(points);
		if (each.times().length <= Math.max(1, plot.width / 20)) {
			int radius = each.times().length == 1 ? ALONE : RADIUS;
			for (int i = 0; i < points.length; i += 2) {
				dot(gc, points[i], points[i + 1], radius);
			}
		}
		plain(gc);
	}

	private void hover(GC gc, Rectangle all, Rectangle plot, ChartScale x, ChartScale y, Point mouse) {
		long nearest = (long) NEAR * NEAR + 1;
		String text = "";
		int atX = 0;
		int atY = 0;
		int of = 0;
		for (int s = 0; s < series.size(); s++) {
			Series each = series.get(s);
			for (int i = 0; i < each.times().length; i++) {
				int px = plot.x + x.at(each.times()[i]);
				int py = plot.y + plot.height - y.at(each.values()[i]);
				long distance = (long) (px - mouse.x) * (px - mouse.x) + (long) (py - mouse.y) * (py - mouse.y);
				if (distance < nearest) {
					nearest = distance;
					text = name(each) + " = " + value(each.values()[i]) + "\n" + MessageTime.of(Instant.ofEpochMilli(each.times()[i]));
					atX = px;
					atY = py;
					of = s;
				}
			}
		}
		if (text.isEmpty()) {
			return;
		}
		style(gc, of);
		dot(gc, atX, atY, hovered(series.get(of)));
		plain(gc);
		Point size = gc.textExtent(text);
		int boxX = Math.max(all.x, Math.min(atX + 2 * GAP, all.x + all.width - size.x - 3 * GAP));
		int boxY = atY - size.y - 3 * GAP < all.y ? atY + 2 * GAP : atY - size.y - 3 * GAP;
		gc.fillRectangle(boxX, boxY, size.x + 2 * GAP, size.y + GAP);
		gc.drawRectangle(boxX, boxY, size.x + 2 * GAP, size.y + GAP);
		gc.drawText(text, boxX + GAP, boxY + GAP / 2, true);
	}

	/** Larger than the dot that is there without the mouse. */
	private static int hovered(Series each) {
		return each.times().length == 1 ? ALONE + 2 : ALONE;
	}

	private static void dot(GC gc, int x, int y, int radius) {
		gc.fillOval(x - radius, y - radius, 2 * radius + 1, 2 * radius + 1);
	}

	/** As it was sent, without a fraction where it had none. */
	static String value(double value) {
		return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : Double.toString(value);
	}
}
