// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.view;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;

import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.Test;

import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.view.DeviceColumns;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.WithHubView;

/** What a row shows is there when it is selected, too. */
class SelectedRowTest extends WithHubView {

	/** Pixels in which the expander stands, at the left of the image. */
	private static final int EXPANDER = 16;
	/** Lines this thin are nowhere quite of their colour; that of the icon has 1.03 on a selection. */
	private static final double SEEN = 2;

	@Test
	void theIconIsSeen() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 3)) {
			view.awaitStatus("3 devices");
			Until.holds("an icon", () -> coloursOfIcon(3) > 4);
			view.select("sensor-0002");
			Until.holds("the selection", () -> view.table().isSelected(2));
			Ui.run(() -> view.table().update());
			assertTrue(Ui.get(() -> coloursOfIcon(2)) > 4, "nothing is seen where the icon of the selected row is");
		}
	}

	@Test
	void theExpanderIsSeen() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 3)) {
			view.awaitStatus("3 devices");
			view.select("Factory (3)");
			Until.holds("the selection", () -> view.table().isSelected(0));
			Until.holds("that of the selected row", () -> contrastOfExpander() > SEEN);
		}
	}

	@Test
	void theExpanderAndTheIconOfAHubThatIsNotSelectedAreSeen() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 3)) {
			view.awaitStatus("3 devices");
			Until.holds("no selection of it", () -> !view.table().isSelected(0));
			Until.holds("its expander", () -> coloursOfImage(0, EXPANDER).size() > 2);
			Until.holds("its icon", () -> coloursOfIcon(0) > coloursOfImage(0, EXPANDER).size() + 2);
		}
	}

	/** Of what is seen best there. */
	private double contrastOfExpander() {
		Set<RGB> colours = coloursOfImage(0, EXPANDER);
		double ground = luminance(Ui.get(() -> coloursOfImage(0, 2)).iterator().next());
		return colours.stream().mapToDouble(SelectedRowTest::luminance)
				.map(each -> (Math.max(each, ground) + 0.05) / (Math.min(each, ground) + 0.05)).max().orElse(1);
	}

	private static double luminance(RGB colour) {
		return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
	}

	private static double linear(int value) {
		double part = value / 255.0;
		return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
	}

	/** How many colours there are where the icon of a row is. */
	private int coloursOfIcon(int row) {
		return coloursOfImage(row, Integer.MAX_VALUE).size();
	}

	/** Those of the first pixels of the image of a row, from the left. */
	private Set<RGB> coloursOfImage(int row, int pixels) {
		Table table = view.table();
		Rectangle place = table.getItem(row).getImageBounds(DeviceColumns.ALL.indexOf(DeviceColumns.DEVICE_ID));
		Image seen = new Image(table.getDisplay(), place.width, place.height);
		GC gc = new GC(table);
		try {
			gc.copyArea(seen, place.x, place.y);
			ImageData data = seen.getImageData();
			Set<RGB> colours = new HashSet<>();
			for (int y = 0; y < data.height; y++) {
				for (int x = 0; x < Math.min(data.width, pixels); x++) {
					colours.add(data.palette.getRGB(data.getPixel(x, y)));
				}
			}
			return colours;
		} finally {
			gc.dispose();
			seen.dispose();
		}
	}
}
