// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.page;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.part.MultiPageEditorSite;

import iothubtools.core.events.HubEvent;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.HubOperation;
import iothubtools.core.status.HubStatus;
import iothubtools.ui.editor.internal.input.DeviceEditorInput;
import iothubtools.ui.internal.HubChanges;
import iothubtools.ui.internal.remedies.NoticeBar;
import iothubtools.ui.internal.remedies.Offer;
import iothubtools.ui.internal.remedies.Remedies;
import iothubtools.ui.internal.remedies.Remedy;
import iothubtools.ui.internal.remedies.RemedyPlace;

/** A page about a device or a module. What is going on or went wrong stands above it, with what can be done; it reads of the hub one thing at a time. */
public final class PageFrame {

	/** What tests find the line above the page by. */
	public static final String NOTICE = "editorNotice";
	/** They mend the way to the hub. */
	private static final Set<Remedy> OF_THE_WAY = EnumSet.of(Remedy.START_LOCAL_HUB, Remedy.EDIT_CONNECTION);

	private final DeviceEditorInput device;
	private final IEditorPart editor;
	private final Composite whole;
	private final NoticeBar notice;
	private final HubReading reading;
	private final Runnable again;
	private String said = "";
	/** What is done when the hub may answer again; null while it is not that it did not. */
	private @Nullable Runnable whenMended;

	/**
	 * @param site  of the editor, or of the page where that is an editor itself
	 * @param again reads anew what the page shows when there is such a device or module again after one was deleted: nobody asked for it at that
	 *              moment, so that nothing that is typed may be lost by it
	 */
	public PageFrame(@Nullable Composite parent, IEditorSite site, DeviceEditorInput device, Runnable again) {
		this.device = device;
		this.again = again;
		editor = site instanceof MultiPageEditorSite page ? page.getMultiPageEditor() : (IEditorPart) site.getPart();
		whole = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(whole);
		notice = new NoticeBar(whole, NOTICE, Messages.Notice_accessible);
		reading = new HubReading(whole);
		HubChanges.follow(whole, event -> Mending.of(event, device), event -> {
			Runnable then = whenMended;
			if (then != null) {
				whenMended = null;
				then.run();
			}
		});
		HubChanges.follow(whole, event -> Deletion.of(event, device), this::gone);
	}

	/** Says so at once: nobody is to type on for something that cannot be saved. */
	private void gone(HubEvent event) {
		// what is being read is out of date
		reading.stop();
		say(ISharedImages.IMG_OBJS_WARN_TSK, Deletion.said(event, device), Deletion.offers(this, editor, Deletion.isOfDevice(event, device)));
		whenMended = again;
	}

	/** The page, which has a grid of one column; what it is about comes below the line. */
	public Composite control() {
		return whole;
	}

	public DeviceEditorInput device() {
		return device;
	}

	/** The connection to the hub of the device; null if it was removed, which is said then. */
	public @Nullable HubConnection connection() {
		return connection(null);
	}

	/** @param then reads when there is one again */
	public @Nullable HubConnection connection(@Nullable Runnable then) {
		HubConnection connection = device.connection();
		if (connection == null) {
			problem(Messages.No_connection);
			whenMended = then;
		}
		return connection;
	}

	/** Says nothing any more. */
	public void clear() {
		said = "";
		whenMended = null;
		if (!whole.isDisposed()) {
			notice.hide();
		}
	}

	/** Says nothing any more, if it is this that it says: what somebody was told meanwhile stays. */
	public void clear(String message) {
		if (message.equals(said)) {
			clear();
		}
	}

	/** Says the one in the place of the other problem, if it is that which it says; empty for nothing. */
	public void correct(String before, String now) {
		if (now.isEmpty()) {
			clear(before);
		} else if (before.equals(said)) {
			problem(now);
		}
	}

	/** Says what is going on. */
	public void info(String message) {
		say(ISharedImages.IMG_OBJS_INFO_TSK, message, List.of());
	}

	/** Says what is wrong, which can be mended on the page. */
	public void problem(String message) {
		say(ISharedImages.IMG_OBJS_WARN_TSK, message, List.of());
	}

	/**
	 * Says what could not be read, and offers what can be done about it and to read it anew.
	 *
	 * @param message a sentence with the failure for {0} and the device or module for {1}
	 * @param mended  is done once when the hub may answer again: its connection is another one now, the local hub started, the device was
	 *                created. Nobody asked for it at that moment, so that nothing that is typed may be lost by it, and nothing be done to the device
	 */
	public void notRead(String message, IStatus why, Runnable again, Runnable mended) {
		RemedyPlace place = place(again, problem -> notRead(message, problem, again, mended));
		say(ISharedImages.IMG_OBJS_WARN_TSK, NLS.bind(message, why.getMessage(), device.getName()), withOffers(Remedies.orAgain(why, place), why));
		whenMended = mended;
	}

	/**
	 * Says why something was not saved, and offers what can be done about it. What the hub may have done all the same is not to be done twice.
	 *
	 * @param message a sentence with the failure for {0} and the device or module for {1}
	 */
	public void notSaved(String message, IStatus why, Runnable again) {
		notDone(failure -> NLS.bind(message, failure, device.getName()), why, place(again, problem -> notSaved(message, problem, again)));
	}

	/** What is gone can be created anew, however one hears of it, and is gone no more then; where the hub could not be reached, it may be by then. */
	private void notDone(UnaryOperator<String> message, IStatus why, RemedyPlace place) {
		List<Offer> offers = withOffers(Remedies.of(why, place), why);
		say(ISharedImages.IMG_OBJS_WARN_TSK, message.apply(why.getMessage()), offers);
		Runnable redo = place.again();
		if (Deletion.of(why)) {
			whenMended = again;
		} else if (redo != null && isClear(why) && offers.stream().anyMatch(offer -> OF_THE_WAY.contains(offer.remedy()))) {
			// what was said is that still, in other words
			whenMended = () -> notice.show(ISharedImages.IMG_OBJS_WARN_TSK, message.apply(Messages.Mended), List.of(Remedies.again(redo)));
		}
	}

	/** Whether it was not done for certain. */
	private static boolean isClear(IStatus why) {
		return !(why instanceof HubStatus status && status.isUnclear());
	}

	private List<Offer> withOffers(List<Offer> offers, IStatus why) {
		return Deletion.of(why) ? Stream.concat(offers.stream(), Deletion.offers(this, editor, Deletion.isOfDevice(why)).stream()).toList() : offers;
	}

	/**
	 * Says that the device or module is another one by now, so that nothing was saved.
	 *
	 * @param reload puts what that has in the place of what is typed
	 * @param anyway saves what is typed as that one's
	 */
	public void otherDevice(Runnable reload, Runnable anyway) {
		say(ISharedImages.IMG_OBJS_WARN_TSK, NLS.bind(Messages.Other_device, device.getName()),
				List.of(new Offer(Remedy.RELOAD, Messages.Reload, reload), new Offer(Remedy.SAVE_ANYWAY, Messages.Save_anyway, anyway)));
	}

	/**
	 * Says why something was not done, in all its words, and offers what can be done about it.
	 *
	 * @param message a text with the failure
	 * @param again   does it once more
	 */
	public void failed(UnaryOperator<String> message, IStatus why, Runnable again) {
		notDone(message, why, place(again, problem -> failed(message, problem, again)));
	}

	private RemedyPlace place(Runnable again, Consumer<IStatus> failed) {
		return RemedyPlace.part(whole, again, failed).about(device.deviceId());
	}

	private void say(String image, String message, List<Offer> offers) {
		said = message;
		whenMended = null;
		if (!whole.isDisposed()) {
			notice.show(image, message, offers);
		}
	}

	/**
	 * Reads something in the background.
	 *
	 * @param then   hears what was read
	 * @param failed hears why not, also of a cancel
	 */
	public <T> void read(HubOperation<T> operation, Consumer<T> then, Consumer<IStatus> failed) {
		reading.start(operation, then, failed);
	}
}
