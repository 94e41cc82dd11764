// SPDX-License-Identifier: EPL-2.0
package iothubtools.tour.driver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

/** Pictures of what a person would see now. */
public final class Screenshot {

	/** Shorter than the pause between two blinks of a cursor. */
	private static final Duration REST = Duration.ofMillis(400);

	private Screenshot() {
	}

	/**
	 * Saves a picture of the workbench window with the dialogs before it, as PNG.
	 *
	 * @throws IOException when the file cannot be written
	 */
	public static void save(Path file) throws IOException {
		ImageData data = settled();
		Files.createDirectories(file.toAbsolutePath().getParent());
		ImageLoader loader = new ImageLoader();
		loader.data = new ImageData[] {data};
		loader.save(file.toString(), SWT.IMAGE_PNG);
	}

	/** Takes pictures until they stay alike: what changed a moment ago is painted later, and fades in on some desktops. */
	private static ImageData settled() {
		AtomicReference<ImageData> last = new AtomicReference<>(Until.found("a picture", Screenshot::capture));
		AtomicLong since = new AtomicLong(System.nanoTime());
		return Until.found("the windows to come to rest", () -> {
			ImageData now = capture();
			long time = System.nanoTime();
			if (!Arrays.equals(last.getAndSet(now).data, now.data)) {
				since.set(time);
			}
			return time - since.get() > REST.toNanos() ? now : null;
		});
	}

	/** What is seen now of the windows; on the UI thread. */
	public static ImageData capture() {
		Display display = Ui.display();
		return of(windows(display).intersection(display.getBounds()));
	}

	/** What is seen now of a part of the display; on the UI thread. */
	public static ImageData of(Rectangle area) {
		Display display = Ui.display();
		Image image = new Image(display, area.width, area.height);
		GC gc = new GC(display);
		try {
			gc.copyArea(image, area.x, area.y);
			return image.getImageData();
		} finally {
			gc.dispose();
			image.dispose();
		}
	}

	private static Rectangle windows(Display display) {
		Rectangle area = new Rectangle(0, 0, 0, 0);
		for (Shell shell : display.getShells()) {
			if (shell.isVisible()) {
				area = area.isEmpty() ? shell.getBounds() : area.union(shell.getBounds());
			}
		}
		return area;
	}
}
