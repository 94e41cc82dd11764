// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.net.URL;
import java.util.Collections;
import java.util.List;

import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.graphics.ImageData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.osgi.framework.Bundle;

import iothubtools.tour.driver.Ui;
import iothubtools.ui.internal.images.HubImages;

class HubImagesTest {

	private static final int ICON_SIZE = 16;

	@ParameterizedTest
	@EnumSource(HubImages.class)
	void loads(HubImages image) {
		Ui.run(() -> assertFalse(image.image().isDisposed()));
	}

	@ParameterizedTest
	@EnumSource(HubImages.class)
	void isSharpOnAHighResolutionScreen(HubImages image) {
		Ui.run(() -> {
			ImageData normal = image.descriptor().getImageData(100);
			ImageData large = image.descriptor().getImageData(200);
			boolean banner = image.name().startsWith("WIZARD_");
			assertEquals(banner ? 75 : ICON_SIZE, normal.width);
			assertEquals(banner ? 66 : ICON_SIZE, normal.height);
			assertEquals(2 * normal.width, large.width);
		});
	}

	@Test
	void everySvgHasBothOfItsPng() {
		Bundle bundle = Platform.getBundle("iothubtools.ui");
		List<URL> sources = Collections.list(bundle.findEntries("icons", "*.svg", false));
		assertFalse(sources.isEmpty());
		for (URL source : sources) {
			String path = source.getPath().replace(".svg", "");
			assertNotNull(bundle.getEntry(path + ".png"), path);
			assertNotNull(bundle.getEntry(path + "@2x.png"), path);
		}
	}
}
