// SPDX-License-Identifier: EPL-2.0
package iothubtools.tour.internal;

import java.util.Locale;

import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;

/** How the IDE looks whose pictures are taken, as run.sh was told. */
enum Look {

	/** As it is without a word about it. */
	LIGHT,
	/** In the dark theme of Eclipse. */
	DARK,
	/** With fonts of 150 %. */
	LARGE;

	private static final double POINTS_PER_INCH = 72;
	private static final double PIXELS_PER_INCH = 96;
	/** Lines are higher than their letters, by a fifth with many fonts; with fonts of 100 % they are not half as high again. */
	private static final double LARGE_LINE = 1.5;

	/** The one that was asked for. */
	static Look wanted() {
		return valueOf(System.getProperty("iothubtools.demo.look", LIGHT.name()).toUpperCase(Locale.ROOT));
	}

	/**
	 * Waits until the workbench looks like this.
	 *
	 * @throws AssertionError when it does not: the pictures would not show what they are for
	 */
	void check() {
		Until.holds("the workbench to look " + name().toLowerCase(Locale.ROOT), this::isWorn);
	}

	private boolean isWorn() {
		return switch (this) {
			case LIGHT -> true;
			case DARK -> isDark(PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell().getBackground().getRGB());
			case LARGE -> isLarge(Ui.display());
		};
	}

	private static boolean isDark(RGB background) {
		return background.getHSB()[2] < 0.5f;
	}

	private static boolean isLarge(Display display) {
		GC gc = new GC(display);
		try {
			gc.setFont(display.getSystemFont());
			double letters = display.getSystemFont().getFontData()[0].getHeight() / POINTS_PER_INCH * PIXELS_PER_INCH;
			return gc.getFontMetrics().getHeight() > LARGE_LINE * letters;
		} finally {
			gc.dispose();
		}
	}
}
