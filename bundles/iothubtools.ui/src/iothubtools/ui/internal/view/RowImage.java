// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.view;

import java.util.Objects;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.resource.CompositeImageDescriptor;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.swt.graphics.Point;

/** The expander of a row and its icon side by side; without an expander its place stays empty, which indents the row. */
final class RowImage extends CompositeImageDescriptor {

	private static final int SIZE = 16;

	private final @Nullable ImageDescriptor expander;
	private final ImageDescriptor icon;
	private final @Nullable ImageDescriptor mark;

	RowImage(@Nullable ImageDescriptor expander, ImageDescriptor icon) {
		this(expander, icon, null);
	}

	/** @param mark drawn over the lower right corner of the icon; null for none */
	RowImage(@Nullable ImageDescriptor expander, ImageDescriptor icon, @Nullable ImageDescriptor mark) {
		this.expander = expander;
		this.icon = icon;
		this.mark = mark;
	}

	/** Whether a place in the image, from its left edge, is on the expander. */
	static boolean onExpander(int x) {
		return x >= 0 && x < SIZE;
	}

	@Override
	protected void drawCompositeImage(int width, int height) {
		ImageDescriptor left = expander;
		if (left != null) {
			drawImage(createCachedImageDataProvider(left), 0, 0);
		}
		drawImage(createCachedImageDataProvider(icon), SIZE, 0);
		ImageDescriptor corner = mark;
		if (corner != null) {
			CachedImageDataProvider image = createCachedImageDataProvider(corner);
			drawImage(image, 2 * SIZE - image.getWidth(), SIZE - image.getHeight());
		}
	}

	@Override
	protected Point getSize() {
		return new Point(2 * SIZE, SIZE);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof RowImage that && Objects.equals(that.expander, expander) && that.icon.equals(icon)
				&& Objects.equals(that.mark, mark);
	}

	@Override
	public int hashCode() {
		return Objects.hash(expander, icon, mark);
	}
}
