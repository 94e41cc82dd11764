// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.clipboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.ReaderException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.auth.KeySlot;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.clipboard.QrCodeFields;
import iothubtools.ui.tests.support.Form;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.Mnemonics;
import iothubtools.ui.tests.support.WithHubView;

/** The connection string of a device as a QR code, read by a scanner. */
class QrCodeTest extends WithHubView {

	private static final String TITLE = "QR Code of a Device";

	@RegisterExtension
	final HubFixture hub = new HubFixture("Factory");
	private final Form form = new Form(TITLE);

	private void open(String deviceId) {
		Until.holds("the device", () -> view.names().contains(deviceId));
		view.select(deviceId);
		view.command(UiIds.SHOW_QR_CODE);
		form.open();
	}

	@AfterEach
	void closeTheDialog() {
		Ui.run(() -> Stream.of(Ui.display().getShells()).filter(shell -> TITLE.equals(shell.getText())).forEach(Shell::close));
	}

	private void close() {
		Scope.window(TITLE).press("Close");
		form.closed();
	}

	/** What a scanner reads from the dialog; null where there is no code. */
	private @Nullable String scan() {
		Control canvas = form.control(QrCodeFields.CODE);
		ImageData picture = Ui.get(() -> {
			Point size = canvas.getSize();
			Image image = new Image(canvas.getDisplay(), size.x, size.y);
			try {
				GC gc = new GC(image);
				Event event = new Event();
				event.gc = gc;
				canvas.notifyListeners(SWT.Paint, event);
				gc.dispose();
				return image.getImageData();
			} finally {
				image.dispose();
			}
		});
		return read(picture);
	}

	private static @Nullable String read(ImageData data) {
		int[] pixels = new int[data.width * data.height];
		for (int y = 0; y < data.height; y++) {
			for (int x = 0; x < data.width; x++) {
				RGB colour = data.palette.getRGB(data.getPixel(x, y));
				pixels[y * data.width + x] = colour.red << 16 | colour.green << 8 | colour.blue;
			}
		}
		try {
			// as it is painted, not as a camera sees it
			return new QRCodeReader().decode(
					new BinaryBitmap(new GlobalHistogramBinarizer(new RGBLuminanceSource(data.width, data.height, pixels))),
					Map.of(DecodeHintType.PURE_BARCODE, Boolean.TRUE)).getText();
		} catch (ReaderException e) {
			return null;
		}
	}

	private String awaitScan(@Nullable String before) {
		Until.holds("what is shown", () -> form.value(QrCodeFields.STATE).startsWith("The connection string"));
		AtomicReference<@Nullable String> read = new AtomicReference<>();
		Until.holds("a code", () -> {
			read.set(scan());
			return read.get() != null && !read.get().equals(before);
		});
		return String.valueOf(read.get());
	}

	@Test
	void aScannerReadsTheConnectionStringWhenItIsAskedForAndNotBefore() throws Exception {
		DeviceIdentity device = hub.create("pump-1");
		open("pump-1");
		assertEquals(null, scan());
		assertEquals("The code is hidden, and the key was not read.", form.value(QrCodeFields.STATE));
		form.set(QrCodeFields.SHOW, true);
		String primary = awaitScan(null);
		assertEquals(device.connectionString(hub.connection().host(), KeySlot.PRIMARY).format(), primary);
		form.set(QrCodeFields.SECONDARY, true);
		String secondary = awaitScan(primary);
		assertEquals(device.connectionString(hub.connection().host(), KeySlot.SECONDARY).format(), secondary);
		assertNotEquals(primary, secondary);
		form.set(QrCodeFields.SHOW, false);
		assertEquals(null, scan());
		close();
	}

	@Test
	void theLongestIdHasACode() throws Exception {
		String id = "a".repeat(128);
		hub.create(id);
		open(id);
		form.set(QrCodeFields.SHOW, true);
		assertTrue(awaitScan(null).contains(";DeviceId=" + id + ";"));
		close();
	}

	@Test
	void aHubThatDoesNotAnswerIsSaidAndTriedAgain() throws Exception {
		hub.create("pump-1");
		open("pump-1");
		hub.stop();
		form.set(QrCodeFields.SHOW, true);
		Until.holds("the failure", () -> form.value(QrCodeFields.STATE).startsWith("Nothing answers"));
		assertEquals(null, scan());
		hub.restart();
		Scope.window(TITLE).follow("Try again");
		assertFalse(awaitScan(null).isEmpty());
		close();
	}

	@Test
	void everyLetterLeadsToOneField() throws Exception {
		hub.create("pump-1");
		open("pump-1");
		assertEquals(List.of(), Mnemonics.clashes(form.control(QrCodeFields.SHOW)));
		close();
	}
}
