// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.fieldassist.ComboContentAdapter;
import org.eclipse.jface.fieldassist.ContentProposal;
import org.eclipse.jface.fieldassist.ContentProposalAdapter;
import org.eclipse.jface.fieldassist.ControlDecoration;
import org.eclipse.jface.fieldassist.FieldDecorationRegistry;
import org.eclipse.jface.fieldassist.IContentProposal;
import org.eclipse.jface.fieldassist.IControlContentAdapter;
import org.eclipse.jface.fieldassist.TextContentAdapter;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.fieldassist.ContentAssistCommandAdapter;
import org.eclipse.ui.keys.IBindingService;

import iothubtools.client.devices.DeviceSummary;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.inventory.HubContents;
import iothubtools.core.inventory.HubInventory;

/**
 * Proposes devices of a hub in a field of their ids, while somebody types and at the key of content assist: those that the IoT Hub views have
 * listed. Asks no hub. Used on the UI thread only.
 */
public final class DeviceProposals {

	/** More are not read; a letter more finds fewer. */
	public static final int MOST = 50;

	/** Letters, digits and all else that an id can have (contract §4), and the key that takes one back. */
	private static final char[] TYPED = ("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-:.+%_#*?!(),=@$'" + SWT.BS).toCharArray();

	/** How old the ids may be that a key finds: a list may be still coming. */
	private static final Duration FRESH = Duration.ofSeconds(1);

	private final Control field;
	private final IControlContentAdapter content;
	private final Runnable changed;
	private final ControlDecoration hint;
	private @Nullable HubConnection hub;
	private ListedIds ids = ListedIds.NONE;
	/** What the ids are from; null for nothing yet. */
	private @Nullable HubContents source;
	private long soughtAt;
	/** Where in the field somebody looks for one. */
	private int caret;

	private DeviceProposals(Control field, IControlContentAdapter content, Runnable changed) {
		this.field = field;
		this.content = content;
		this.changed = changed;
		ContentProposalAdapter adapter = new ContentAssistCommandAdapter(field, content, this::proposals, null, TYPED, false);
		adapter.setProposalAcceptanceStyle(ContentProposalAdapter.PROPOSAL_IGNORE);
		adapter.addContentProposalListener(accepted -> accept(accepted.getContent()));
		// the upper corner is that of findings
		hint = new ControlDecoration(field, SWT.LEFT | SWT.BOTTOM);
		hint.setImage(FieldDecorationRegistry.getDefault().getFieldDecoration(FieldDecorationRegistry.DEC_CONTENT_PROPOSAL).getImage());
		hint.setDescriptionText(hintText());
		hint.setShowOnlyOnFocus(true);
		hint.hide();
	}

	/**
	 * In a field of one id.
	 *
	 * @param changed hears that there are other ids
	 */
	public static DeviceProposals in(Combo field, Runnable changed) {
		return new DeviceProposals(field, new ComboContentAdapter(), changed);
	}

	/** In a field of several ids, with blanks or line ends between them. */
	public static DeviceProposals in(Text field) {
		return new DeviceProposals(field, new TextContentAdapter(), () -> {
		});
	}

	private static String hintText() {
		IBindingService keys = PlatformUI.getWorkbench().getService(IBindingService.class);
		String key = keys.getBestActiveBindingFormattedFor(ContentAssistCommandAdapter.CONTENT_PROPOSAL_COMMAND);
		return key == null ? Messages.Proposals_hint : NLS.bind(Messages.Proposals_hint_key, key);
	}

	/** Proposes devices of this hub from now on, or none. */
	public void of(@Nullable HubConnection connection) {
		hub = connection;
		show(null, ListedIds.NONE);
		seek();
	}

	/** The first of all, as for a list to choose from. */
	public List<String> first() {
		return ids.find("", MOST);
	}

	/** Takes what the views have listed by now, off the UI thread, as a hub may have a million. */
	private void seek() {
		soughtAt = System.nanoTime();
		HubConnection wanted = hub;
		if (wanted == null) {
			return;
		}
		List<HubInventory> open = OpenInventories.all();
		HubContents before = source;
		Display display = field.getDisplay();
		// no name: nobody sees it
		Job.createSystem("", (ICoreRunnable) monitor -> {
			HubContents listed = open.stream().map(inventory -> inventory.of(wanted)).max(Comparator.comparingInt(HubContents::count))
					.orElse(HubContents.unknown(wanted));
			if (before != null && before.sameDevices(listed)) {
				return;
			}
			ListedIds sorted = new ListedIds(listed.pages().stream().flatMap(Collection::stream).map(DeviceSummary::deviceId).toList());
			if (!display.isDisposed()) {
				display.asyncExec(() -> {
					if (!field.isDisposed() && Objects.equals(hub, wanted)) {
						show(listed, sorted);
					}
				});
			}
		}).schedule();
	}

	private void show(@Nullable HubContents listed, ListedIds sorted) {
		source = listed;
		ids = sorted;
		if (sorted.isEmpty()) {
			hint.hide();
		} else {
			hint.show();
		}
		changed.run();
	}

	private IContentProposal[] proposals(String text, int position) {
		if (System.nanoTime() - soughtAt > FRESH.toNanos()) {
			seek();
		}
		caret = position;
		String typed = text.substring(begin(text, position), position);
		List<String> found = ids.find(typed, MOST);
		// whoever has typed the only one is not asked any more
		return found.equals(List.of(typed)) ? new IContentProposal[0] : found.stream().map(ContentProposal::new).toArray(IContentProposal[]::new);
	}

	/** Puts it in the place of what was typed of it, which no blank is in. */
	private void accept(String id) {
		String text = content.getControlContents(field);
		int at = Math.min(caret, text.length());
		int begin = begin(text, at);
		int end = at;
		while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
			end++;
		}
		content.setControlContents(field, text.substring(0, begin) + id + text.substring(end), begin + id.length());
	}

	private static int begin(String text, int position) {
		int begin = position;
		while (begin > 0 && !Character.isWhitespace(text.charAt(begin - 1))) {
			begin--;
		}
		return begin;
	}
}
