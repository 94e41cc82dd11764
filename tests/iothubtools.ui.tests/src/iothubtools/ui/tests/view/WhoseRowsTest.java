// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.view;

import java.nio.file.Files;

import org.junit.jupiter.api.Test;

import iothubtools.tour.driver.Until;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.WithHubView;

/** Whose devices one looks at is said wherever one has scrolled to. */
class WhoseRowsTest extends WithHubView {

	private void scrolledTo(int row, String heading) {
		// rows that have just come are not all placed yet, and the bar goes no further than those that are
		Until.holds("row " + row + " to be on top", () -> {
			view.scrollTo(row);
			return view.topRow() == row;
		});
		awaitHeading(heading);
	}

	private void awaitHeading(String heading) {
		Until.holds("the heading " + heading, () -> heading.equals(view.table().getColumn(0).getText()));
	}

	@Test
	void theHeadingNamesTheHubThatIsOutOfSight() throws Exception {
		try (HubFixture factory = HubFixture.start(Files.createDirectory(folder.resolve("a")), "Factory", 200)) {
			view.awaitRows(201);
			scrolledTo(100, "Device ID");
			try (HubFixture plant = HubFixture.start(Files.createDirectory(folder.resolve("b")), "Plant", 200)) {
				view.awaitRows(402);
				scrolledTo(100, "Device ID \u2013 Factory");
				scrolledTo(301, "Device ID \u2013 Plant");
				scrolledTo(0, "Device ID");
				scrolledTo(201, "Device ID");
				scrolledTo(100, "Device ID \u2013 Factory");
			}
			awaitHeading("Device ID");
		}
	}
}
