// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.view;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import iothubtools.core.hubs.HubConnection;
import iothubtools.core.inventory.HubContents;
import iothubtools.core.inventory.HubContents.Phase;
import iothubtools.core.inventory.LookedUp;
import iothubtools.ui.internal.model.MissingRights;

/** The line below the rows: how many devices there are and are shown, and what must be known about them. */
final class RowsSummary {

	private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
			.withZone(ZoneId.systemDefault());
	private static final DateTimeFormatter TIME = DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM)
			.withZone(ZoneId.systemDefault());

	private RowsSummary() {
	}

	static String of(HubSections hubs) {
		List<String> parts = new ArrayList<>();
		parts.add(hubs.only().isEmpty() ? counts(hubs.all())
				: NLS.bind(Messages.Status_only, counts(hubs.all()), FilterChoices.inWords(hubs.only())));
		boolean several = hubs.all().size() > 1;
		for (HubSection section : hubs.all()) {
			remark(section.contents(), several, parts);
		}
		lookedUp(hubs, parts);
		return String.join(Messages.Status_separator, parts);
	}

	/** What came of asking for the device that no list has. */
	private static void lookedUp(HubSections hubs, List<String> parts) {
		String id = hubs.lookedUp().deviceId();
		Collection<LookedUp.Answer> answers = hubs.lookedUp().answers().values();
		if (answers.stream().anyMatch(LookedUp.Found.class::isInstance)) {
			parts.add(NLS.bind(Messages.Lookup_found, id));
		} else if (answers.stream().anyMatch(LookedUp.Asked.class::isInstance)) {
			parts.add(NLS.bind(Messages.Lookup_asked, id));
		} else {
			Optional<LookedUp.Failed> failed = answers.stream().filter(LookedUp.Failed.class::isInstance).map(LookedUp.Failed.class::cast)
					.findFirst();
			if (failed.isPresent()) {
				parts.add(NLS.bind(Messages.Lookup_failed, id, failed.get().reason().getMessage()));
			} else if (!answers.isEmpty()) {
				parts.add(NLS.bind(Messages.Lookup_absent, id));
			}
		}
	}

	/** The same and one thing more. */
	static String with(String text, String more) {
		return text + Messages.Status_separator + more;
	}

	/** The same with the number of selected devices. */
	static String withSelected(String text, long selected) {
		return text + Messages.Status_separator + NLS.bind(Messages.Status_selected, Counts.number((int) selected));
	}

	private static String counts(List<HubSection> sections) {
		int all = sections.stream().mapToInt(section -> section.contents().count()).sum();
		int shown = sections.stream().mapToInt(section -> section.devices().size()).sum();
		String devices = shown == all ? Counts.devices(all)
				: NLS.bind(Messages.Status_some, Counts.number(shown), Counts.devices(all));
		boolean loading = sections.stream().anyMatch(section -> section.contents().phase() == Phase.LOADING);
		return loading ? NLS.bind(Messages.Status_loading, devices) : devices;
	}

	/** Of another day with the day. */
	private static String time(Instant instant) {
		boolean today = LocalDate.ofInstant(instant, ZoneId.systemDefault()).equals(LocalDate.now());
		return (today ? TIME : DAY_AND_TIME).format(instant);
	}

	private static void remark(HubContents hub, boolean several, List<String> parts) {
		Instant loadedAt = hub.loadedAt();
		if (hub.stale() && loadedAt != null) {
			String time = time(loadedAt);
			parts.add(several ? NLS.bind(Messages.Status_stale_of, hub.connection().name(), time)
					: NLS.bind(Messages.Status_stale, time));
		}
		if (hub.limited()) {
			String limited = hub.connection().isEntra() ? Messages.Status_limited_entra
					: NLS.bind(Messages.Status_limited, hub.connection().policyName());
			parts.add(several ? of(hub.connection(), limited) : limited);
		}
		String missing = MissingRights.inWords(hub.connection());
		if (!missing.isEmpty()) {
			parts.add(several ? of(hub.connection(), missing) : missing);
		}
	}

	/** What is not to be taken for something that is said of all hubs. */
	static String of(HubConnection hub, String words) {
		return NLS.bind(Messages.Status_of, hub.name(), words);
	}
}
