// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.images;

import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ImageRegistry;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.graphics.Image;

import iothubtools.ui.internal.UiIds;

/**
 * The plug-in's images. Their sources are SVG files; beside each stand PNG files of both sizes, made by
 * releng/icons/render.sh, for platforms whose SWT cannot draw SVG.
 */
public enum HubImages {

	HUB("hub"), LOCAL_HUB("local_hub"), DEVICE("device"), DEVICE_DISABLED("device_disabled"), DEVICE_EDGE("device_edge"), MODULE("module"),
	CONNECT_HUB("connect_hub"), NEW_DEVICE("new_device"), NEW_DEVICE_PROJECT("new_device_project"),
	SEND_MESSAGE("send_message"), SEND_CLOUD_MESSAGE("send_cloud_message"),
	INVOKE_METHOD("invoke_method"), START("start"), STOP("stop"),
	CONSOLE("console"), QUERY("query"), HISTORY("history"), COPY_KEY("copy_key"), PREFERENCES("preferences"), COLLAPSED("collapsed"), EXPANDED("expanded"),
	IMPORT_DEVICES("import_devices"), EXPORT_DEVICES("export_devices"), MONITOR("monitor"), CHART("chart"), PAUSE("pause"), SCROLL_LOCK("scroll_lock"), JOBS("jobs"), SCHEDULE_JOB("schedule_job"), CONFIGURATIONS("configurations"), NEW_CONFIGURATION("new_configuration"),
	SOURCE_TELEMETRY("source_telemetry"), SOURCE_TWIN("source_twin"), SOURCE_LIFECYCLE("source_lifecycle"), SOURCE_CONNECTION("source_connection"),
	/** 75 by 66 pixels, for the title area of a wizard. */
	WIZARD_NEW_DEVICE("wizban_new_device"),
	/** 75 by 66 pixels, for the title area of a wizard. */
	WIZARD_NEW_DEVICE_PROJECT("wizban_new_device_project"),
	/** 75 by 66 pixels, for the title area of a wizard. */
	WIZARD_IMPORT_DEVICES("wizban_import_devices"),
	/** 75 by 66 pixels, for the title area of a wizard. */
	WIZARD_EXPORT_DEVICES("wizban_export_devices"),
	/** 75 by 66 pixels, for the title area of a wizard. */
	WIZARD_SEND_MESSAGE("wizban_send_message"),
	/** 75 by 66 pixels, for the title area of a wizard. */
	WIZARD_SEND_CLOUD_MESSAGE("wizban_send_cloud_message"),
	/** 75 by 66 pixels, for the title area of a wizard. */
	WIZARD_INVOKE_METHOD("wizban_invoke_method"),
	/** 75 by 66 pixels, for the title area of a wizard. */
	WIZARD_SCHEDULE_JOB("wizban_schedule_job"),
	/** 75 by 66 pixels, for the title area of a wizard. */
	WIZARD_CONFIGURATION("wizban_configuration");

	private static final boolean SVG = Platform.getBundle("org.eclipse.swt.svg") != null;

	private final String name;

	HubImages(String name) {
		this.name = name;
	}

	/**
	 * The image to be made where it is used.
	 *
	 * @throws IllegalStateException when the bundle lacks the file
	 */
	public ImageDescriptor descriptor() {
		return ResourceLocator.imageDescriptorFromBundle(UiIds.BUNDLE, path())
				.orElseThrow(() -> new IllegalStateException("No image " + path()));
	}

	/** The shared image, which nobody disposes. Call it on the UI thread. */
	public Image image() {
		String key = UiIds.BUNDLE + "/" + path();
		ImageRegistry registry = JFaceResources.getImageRegistry();
		Image image = registry.get(key);
		if (image == null) {
			registry.put(key, descriptor());
			image = registry.get(key);
		}
		return image;
	}

	private String path() {
		return "icons/" + name + (SVG ? ".svg" : ".png");
	}
}
