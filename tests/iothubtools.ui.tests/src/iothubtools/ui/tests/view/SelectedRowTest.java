// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.view;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;

import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
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

	/** How many colours there are where the icon of a row is. */
	private int coloursOfIcon(int row) {
		Table table = view.table();
		Rectangle place = table.getItem(row).getImageBounds(DeviceColumns.ALL.indexOf(DeviceColumns.DEVICE_ID));
		Image seen = new Image(table.getDisplay(), place.width, place.height);
		GC gc = new GC(table);
		try {
			gc.copyArea(seen, place.x, place.y);
			ImageData data = seen.getImageData();
			Set<Integer> colours = new HashSet<>();
			for (int y = 0; y < data.height; y++) {
				for (int x = 0; x < data.width; x++) {
					colours.add(data.getPixel(x, y));
				}
			}
			return colours.size();
		} finally {
			gc.dispose();
			seen.dispose();
		}
	}
}
