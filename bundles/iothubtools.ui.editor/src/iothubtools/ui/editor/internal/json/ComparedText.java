// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.json;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import org.eclipse.compare.IEditableContent;
import org.eclipse.compare.IEncodedStreamContentAccessor;
import org.eclipse.compare.ITypedElement;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.graphics.Image;

import iothubtools.ui.internal.images.HubImages;

/** A text in Eclipse's compare, which can be edited there where that allows it. */
public final class ComparedText implements ITypedElement, IEncodedStreamContentAccessor, IEditableContent {

	private final String name;
	private String text;

	/** @param name of the side */
	public ComparedText(String name, String text) {
		this.name = name;
		this.text = text;
	}

	/** As it was given or edited. */
	public String text() {
		return text;
	}

	@Override
	public String getName() {
		return name;
	}

	@Override
	public Image getImage() {
		return HubImages.DEVICE.image();
	}

	@Override
	public String getType() {
		return TEXT_TYPE;
	}

	@Override
	public InputStream getContents() throws CoreException {
		return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
	}

	@Override
	public String getCharset() throws CoreException {
		return StandardCharsets.UTF_8.name();
	}

	@Override
	public boolean isEditable() {
		return true;
	}

	@Override
	@NonNullByDefault({})
	public void setContent(byte[] content) {
		text = new String(content, StandardCharsets.UTF_8);
	}

	@Override
	@NonNullByDefault({})
	public ITypedElement replace(ITypedElement destination, ITypedElement source) {
		return destination;
	}
}
