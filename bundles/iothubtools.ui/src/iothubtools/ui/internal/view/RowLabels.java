// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.view;

import java.util.function.Function;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.preference.JFacePreferences;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;

import iothubtools.client.devices.DeviceStatus;
import iothubtools.client.devices.DeviceSummary;
import iothubtools.core.localhub.LocalHubService;
import iothubtools.ui.internal.images.HubImages;
import iothubtools.core.inventory.HubContents;
import iothubtools.core.inventory.HubContents.Phase;
import iothubtools.core.operations.HubCounts;
import iothubtools.ui.internal.table.RowPainter;

/** Texts and images of rows, asked only for rows that are drawn. */
final class RowLabels implements RowPainter<Row> {

	private static final int STATE = DeviceColumns.ALL.indexOf(DeviceColumns.STATUS);

	private final LocalResourceManager resources;
	private final Control owner;
	private final Function<Row.Device, String[]> texts;

	/**
	 * @param owner its font is used, and its life time is that of the images
	 * @param texts what stands in the columns of a device
	 */
	RowLabels(Control owner, Function<Row.Device, String[]> texts) {
		this.owner = owner;
		this.texts = texts;
		resources = new LocalResourceManager(JFaceResources.getResources(), owner);
	}

	/** What a row says that has no columns, but one text across all of them; null for a device. */
	static @Nullable String acrossColumns(Row row) {
		if (row instanceof Row.Hub hub) {
			return hub(hub);
		}
		if (row instanceof Row.Query query) {
			return query.query().name();
		}
		return row instanceof Row.Note note ? note(note.contents()) : null;
	}

	@Override
	public void paint(TableItem item, Row row) {
		if (row instanceof Row.Device device) {
			item.setText(texts.apply(device));
			item.setImage(DeviceColumns.NAMES, resources.get(new RowImage(null, icon(device.device()).descriptor())));
			if (device.stale()) {
				item.setForeground(JFaceResources.getColorRegistry().get(JFacePreferences.QUALIFIER_COLOR));
			}
			if (!device.listed()) {
				item.setText(DeviceColumns.NAMES, NLS.bind(Messages.Device_notListed, device.device().deviceId()));
			}
		} else if (row instanceof Row.Hub hub) {
			item.setText(DeviceColumns.NAMES, hub(hub));
			item.setText(STATE, state(hub));
			item.setImage(DeviceColumns.NAMES,
					resources.get(new RowImage(expander(hub).descriptor(), icon(hub).descriptor(), mark(hub))));
			item.setFont(resources.get(FontDescriptor.createFrom(owner.getFont()).setStyle(SWT.BOLD)));
		} else if (row instanceof Row.Query query) {
			item.setText(DeviceColumns.NAMES, query.query().name());
			item.setImage(DeviceColumns.NAMES, resources.get(new RowImage(null, HubImages.QUERY.descriptor())));
		} else if (row instanceof Row.Note note) {
			item.setText(DeviceColumns.NAMES, note(note.contents()));
			item.setImage(DeviceColumns.NAMES, resources.get(new RowImage(null, icon(note))));
		}
	}

	/** What is seen of a hub beside its name, in words for who has rows read aloud: it stands in a column of which nothing is drawn. */
	private static String state(Row.Hub hub) {
		String expanded = hub.expanded() ? Messages.Hub_expanded : Messages.Hub_collapsed;
		String remark = remark(hub);
		return remark.isEmpty() ? expanded : NLS.bind(Messages.Hub_state, expanded, remark);
	}

	/** A hub with its count, as "Local hub (120 of 2,500)". */
	static String hub(Row.Hub hub) {
		String named = hub.marked() ? NLS.bind(Messages.Hub_default, counted(hub)) : counted(hub);
		String text = hub.contents().connection().production() ? NLS.bind(Messages.Hub_production, named) : named;
		if (hub.contents().phase() == Phase.STOPPED) {
			return NLS.bind(Messages.Hub_stopped, text);
		}
		if (hub.contents().phase() == Phase.STARTING) {
			return NLS.bind(Messages.Hub_starting, text);
		}
		return hub.contents().stale() ? NLS.bind(Messages.Hub_stale, text) : text;
	}

	/** What the row says behind its text; empty for nothing. */
	static String remark(Row row) {
		if (!(row instanceof Row.Hub hub) || hub.contents().stale() || hub.contents().nothingToShow()) {
			return "";
		}
		HubCounts counts = hub.counts();
		if (counts == null) {
			return "";
		}
		String states = NLS.bind(Messages.Hub_counts, new Object[] { Counts.number(counts.enabled()), Counts.number(counts.disabled()),
				Counts.number(counts.connected()) });
		// where the list is whole it tells their number better, as it does not lag behind
		boolean whole = hub.contents().phase() != Phase.LOADING && !hub.contents().limited();
		return whole ? states : NLS.bind(Messages.Hub_counts_total, Counts.number(counts.total()), states);
	}

	private static String counted(Row.Hub hub) {
		HubContents contents = hub.contents();
		String name = contents.connection().name();
		if (contents.loadedAt() == null) {
			return contents.phase() == Phase.LOADING ? NLS.bind(Messages.Hub_loading, name) : name;
		}
		int all = contents.count();
		return hub.shown() == all ? NLS.bind(Messages.Hub_all, name, Counts.number(all))
				: NLS.bind(Messages.Hub_some, new Object[] { name, Counts.number(hub.shown()), Counts.number(all) });
	}

	/** What stands below a hub without devices. */
	static String note(HubContents contents) {
		IStatus failure = contents.failure();
		if (failure != null) {
			return failure.getMessage();
		}
		return switch (contents.phase()) {
		case STOPPED -> Messages.Note_stopped;
		case CANCELLED -> Messages.Note_cancelled;
		default -> Messages.Note_notLoaded;
		};
	}

	private static ImageDescriptor icon(Row.Note note) {
		IStatus failure = note.contents().failure();
		String name = failure == null ? ISharedImages.IMG_OBJS_INFO_TSK : FailureImage.of(failure);
		return PlatformUI.getWorkbench().getSharedImages().getImageDescriptor(name);
	}

	private static HubImages expander(Row.Hub hub) {
		return hub.expanded() ? HubImages.EXPANDED : HubImages.COLLAPSED;
	}

	/** Beside the word for it. */
	private static @Nullable ImageDescriptor mark(Row.Hub hub) {
		return hub.contents().connection().production()
				? PlatformUI.getWorkbench().getSharedImages().getImageDescriptor(ISharedImages.IMG_DEC_FIELD_WARNING) : null;
	}

	private static HubImages icon(Row.Hub hub) {
		return LocalHubService.isLocal(hub.contents().connection()) ? HubImages.LOCAL_HUB : HubImages.HUB;
	}

	private static HubImages icon(DeviceSummary device) {
		if (device.status() == DeviceStatus.DISABLED) {
			return HubImages.DEVICE_DISABLED;
		}
		return device.iotEdge() ? HubImages.DEVICE_EDGE : HubImages.DEVICE;
	}
}
