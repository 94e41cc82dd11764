// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.monitor;

/**
 * How the rows, the two parts of their details and the chart share a view of some size, so that each part that is seen can be used: where there is
 * no room for all of them, one at a time is.
 *
 * @param chart   where the chart is
 * @param below   whether the details are below the rows, not beside them
 * @param oneOf   whether body and properties, and the chart where it has no place of its own, are seen one at a time
 * @param withRow whether the rows are one of these, too
 */
record MonitorRoom(ChartPlace chart, boolean below, boolean oneOf, boolean withRow) {

	/** Where the chart is. */
	enum ChartPlace {
		NONE, BELOW, BESIDE, ONE_OF
	}

	/**
	 * What the parts need to be used, in pixels.
	 *
	 * @param rows  the width in which times and devices are whole
	 * @param body  the width of the body with what is said of it
	 * @param pairs the width of names and values
	 * @param chart the height of the chart
	 * @param stack the height of rows with details below them
	 * @param pile  the height of the body with names and values below it
	 */
	record Needs(int rows, int body, int pairs, int chart, int stack, int pile) {
	}

	/** Of the rows and their details, those of the details; the chart beside them has as much. */
	static final double SHARE = 0.35;

	/** For a width and height in pixels, with a chart or without. */
	static MonitorRoom of(int width, int height, boolean withChart, Needs needs) {
		if (!withChart) {
			return rows(ChartPlace.NONE, width, height, needs);
		}
		MonitorRoom above = rows(ChartPlace.BELOW, width, height / 2, needs);
		if (height / 2 >= needs.chart() && !above.withRow()) {
			return above;
		}
		int beside = (int) (width * (1 - SHARE));
		if (beside >= needs.rows() + needs.body()) {
			return rows(ChartPlace.BESIDE, beside, height, needs);
		}
		MonitorRoom without = rows(ChartPlace.ONE_OF, width, height, needs);
		return new MonitorRoom(ChartPlace.ONE_OF, without.below(), true, without.withRow());
	}

	private static MonitorRoom rows(ChartPlace chart, int width, int height, Needs needs) {
		boolean room = width >= needs.rows() + needs.body();
		boolean below = height >= needs.stack() && (!room || width < height * 5 / 4);
		boolean none = !below && !room;
		double detailsWidth = below ? width : width * SHARE;
		double detailsHeight = below ? height * SHARE : height;
		boolean both = detailsHeight >= needs.pile() || detailsWidth >= needs.body() + needs.pairs();
		return new MonitorRoom(chart, below, none || !both, none);
	}
}
