// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.remedies;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.dialogs.PreferencesUtil;

import iothubtools.client.errors.HubException;
import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.localhub.LocalHubService;
import iothubtools.core.operations.IdentityChange;
import iothubtools.core.operations.UpdateDevicesOperation;
import iothubtools.core.status.HubStatus;
import iothubtools.core.tasks.TaskOutcome;
import iothubtools.ui.internal.UiIds;

/** Remedies of a failure as a place can offer them. */
public final class Remedies {

	private static final String NETWORK_CONNECTIONS = "org.eclipse.ui.net.NetPreferences";
	private static final String SECURE_STORAGE = "org.eclipse.equinox.security.ui.storage";

	private final HubStatus failure;
	private final RemedyPlace place;

	private Remedies(HubStatus failure, RemedyPlace place) {
		this.failure = failure;
		this.place = place;
	}

	/** What can be done about this failure from there, in the order in which it is to be shown. */
	public static List<Offer> of(IStatus failure, RemedyPlace place) {
		HubStatus hub = failureOfHub(failure);
		return hub == null ? List.of() : new Remedies(hub, place).offers();
	}

	/** The same, and to try again in any case, for what is shown until it goes better. */
	public static List<Offer> orAgain(IStatus failure, RemedyPlace place) {
		List<Offer> offers = of(failure, place);
		Runnable again = place.again();
		return again == null || offers.stream().anyMatch(offer -> offer.remedy() == Remedy.AGAIN) ? offers
				: Stream.concat(offers.stream(), Stream.of(again(again))).toList();
	}

	/** To try again. */
	public static Offer again(Runnable again) {
		return new Offer(Remedy.AGAIN, Messages.Again, again);
	}

	/**
	 * What can be done about failures of several hubs: the same for each is done for all.
	 *
	 * @param offers of each of them
	 * @param again  tries all again
	 */
	public static List<Offer> together(Stream<Offer> offers, Shell shell, Runnable again) {
		Map<Remedy, Offer> all = new EnumMap<>(Remedy.class);
		offers.forEach(offer -> all.putIfAbsent(offer.remedy(), offer));
		all.replace(Remedy.EDIT_CONNECTION, new Offer(Remedy.EDIT_CONNECTION, Messages.Edit_connections,
				() -> PreferencesUtil.createPreferenceDialogOn(shell, UiIds.PREFERENCE_PAGE, null, null).open()));
		all.put(Remedy.AGAIN, again(again));
		return List.copyOf(all.values());
	}

	/** The first one there is in the status of a task on many. */
	private static @Nullable HubStatus failureOfHub(IStatus status) {
		return status instanceof HubStatus hub ? hub
				: Stream.of(status.getChildren()).map(Remedies::failureOfHub).filter(found -> found != null).findFirst().orElse(null);
	}

	private List<Offer> offers() {
		List<Offer> offers = new ArrayList<>();
		for (Remedy remedy : remedies()) {
			Offer offer = offer(remedy);
			if (offer != null) {
				offers.add(offer);
			}
		}
		return offers;
	}

	private List<Remedy> remedies() {
		List<Remedy> all = Remedy.of(failure.hubCode());
		if (failure.isUnclear()) {
			// what may have been done is not done twice without a look
			return Stream.concat(all.stream().filter(remedy -> remedy != Remedy.AGAIN), Stream.of(Remedy.REFRESH)).distinct().toList();
		}
		boolean local = LocalHubService.isLocal(failure.connection());
		return all.contains(Remedy.START_LOCAL_HUB) && local ? List.of(Remedy.START_LOCAL_HUB) : all;
	}

	private @Nullable Offer offer(Remedy remedy) {
		HubConnection connection = failure.connection();
		Runnable again = place.again();
		String deviceId = place.deviceId();
		return switch (remedy) {
		case START_LOCAL_HUB -> LocalHubService.isLocal(connection) ? new Offer(remedy, Messages.Start_local_hub, this::startLocalHub) : null;
		case ENABLE_DEVICE -> deviceId == null ? null
				: new Offer(remedy, NLS.bind(again == null ? Messages.Enable : Messages.Enable_again, deviceId), () -> enable(deviceId));
		case EDIT_CONNECTION -> IotHubCore.get().connections().find(connection.id()) == null ? null
				: new Offer(remedy, Messages.Edit_connection, () -> preferences(UiIds.PREFERENCE_PAGE, connection.id()));
		case NETWORK_CONNECTIONS -> new Offer(remedy, Messages.Network_connections, () -> preferences(NETWORK_CONNECTIONS, null));
		case SECURE_STORAGE -> new Offer(remedy, Messages.Secure_storage, () -> preferences(SECURE_STORAGE, null));
		case AGAIN -> again == null ? null : again(again);
		// nothing can be looked at beside a dialog
		case REFRESH -> place.dialog() == null ? new Offer(remedy, Messages.Refresh, RefreshedView::show) : null;
		// it is for the place to know what is typed
		case CREATE_ANEW, RELOAD, SAVE_ANYWAY, CLOSE -> null;
		};
	}

	private void preferences(String page, @Nullable String data) {
		Shell shell = place.shell().get();
		if (shell != null && !shell.isDisposed()) {
			PreferencesUtil.createPreferenceDialogOn(shell, page, null, data).open();
		}
	}

	private void startLocalHub() {
		new RemedyWork(place).run(Messages.Start_local_hub_job, (monitor, cancellation) -> IotHubCore.get().localHub().start(0));
	}

	private void enable(String deviceId) {
		HubConnection connection = failure.connection();
		new RemedyWork(place).run(NLS.bind(Messages.Enable_job, deviceId), (monitor, cancellation) -> {
			TaskOutcome outcome = IotHubCore.get().operations()
					.run(new UpdateDevicesOperation(connection, List.of(deviceId), new IdentityChange.Enable()), monitor, cancellation);
			if (!outcome.allDone()) {
				HubException why = outcome.items().get(0).failure();
				throw new CoreException(why == null ? Status.warning(NLS.bind(Messages.Enable_failed, deviceId))
						: HubStatus.of(why, connection));
			}
		});
	}
}
