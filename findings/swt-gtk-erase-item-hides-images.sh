#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# SWT 3.126.0 and 3.134.0 on GTK 3 (Maven Central, org.eclipse.swt.gtk.linux.x86_64): a table that somebody listens to EraseItem of shows no
# image in its selected rows.
#
# Guess:  a listener to SWT.EraseItem that changes nothing of the event changes nothing of what is drawn.
# Seen:   with any such listener, also an empty one, the selection is painted over the image of a selected row: there is one colour where it
#         was. With a listener to PaintItem alone, or none, the image is there.
# Way out: a listener to PaintItem that draws item.getImage(event.index) at item.getImageBounds(event.index) once more where event.detail has
#         SWT.SELECTED; or no listener to EraseItem.
#
# Needs x86_64 Linux with GTK 3, Xvfb, a JDK of 21 or newer and any Maven; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >Run.java <<'JAVA'
import java.util.HashSet;
import java.util.Set;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

public class Run {
	public static void main(String[] arguments) throws Exception {
		Display display = new Display();
		int none = colours(display, SWT.None);
		int paint = colours(display, SWT.PaintItem);
		int erase = colours(display, SWT.EraseItem);
		System.out.println("SWT " + SWT.getVersion() + ", colours in the image of a selected row: " + none + " without a listener, " + paint
				+ " with one to PaintItem, " + erase + " with one to EraseItem");
		if (none < 2 || paint < 2 || erase != 1) {
			throw new AssertionError("this has changed");
		}
	}

	private static int colours(Display display, int event) throws Exception {
		Shell shell = new Shell(display);
		shell.setLayout(new FillLayout());
		Table table = new Table(shell, SWT.FULL_SELECTION);
		new TableColumn(table, SWT.NONE).setWidth(200);
		if (event != SWT.None) {
			table.addListener(event, nothing -> { });
		}
		TableItem item = new TableItem(table, SWT.NONE);
		item.setText("row");
		item.setImage(display.getSystemImage(SWT.ICON_WARNING));
		table.select(0);
		shell.setSize(300, 200);
		shell.open();
		for (long end = System.nanoTime() + 2_000_000_000L; System.nanoTime() < end;) {
			if (!display.readAndDispatch()) {
				Thread.sleep(5);
			}
		}
		Rectangle place = item.getImageBounds(0);
		Image seen = new Image(display, place.width, place.height);
		GC gc = new GC(table);
		gc.copyArea(seen, place.x, place.y);
		gc.dispose();
		ImageData data = seen.getImageData();
		Set<Integer> colours = new HashSet<>();
		for (int y = 0; y < data.height; y++) {
			for (int x = 0; x < data.width; x++) {
				colours.add(data.getPixel(x, y));
			}
		}
		shell.dispose();
		return colours.size();
	}
}
JAVA
for version in 3.126.0 3.134.0; do
  mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:get -Dtransitive=false \
    -Dartifact=org.eclipse.platform:org.eclipse.swt.gtk.linux.x86_64:$version
  mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy -DoutputDirectory=lib \
    -Dartifact=org.eclipse.platform:org.eclipse.swt.gtk.linux.x86_64:$version
  xvfb-run -a java -cp lib/org.eclipse.swt.gtk.linux.x86_64-$version.jar Run.java 2>errors || { cat errors; exit 1; }
done
echo "as described"
