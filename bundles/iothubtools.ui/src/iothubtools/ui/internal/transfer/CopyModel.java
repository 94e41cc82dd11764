// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.transfer;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.DeviceCopy;
import iothubtools.core.tasks.ItemOutcome.Result;
import iothubtools.core.tasks.TaskOutcome;
import iothubtools.ui.internal.forms.Finding;
import iothubtools.ui.internal.forms.Findings;
import iothubtools.ui.internal.wizards.HubField;

/** Which devices are to be copied or moved, where to, and what would become of them. */
final class CopyModel {

	private final HubConnection source;
	private final List<String> deviceIds;
	private @Nullable HubConnection target;
	private @Nullable DeviceCopy copy;
	private @Nullable TaskOutcome plan;

	CopyModel(HubConnection source, List<String> deviceIds, @Nullable HubConnection target) {
		this.source = source;
		this.deviceIds = List.copyOf(deviceIds);
		this.target = target == null ? onlyOther(source) : target;
	}

	/** Where there are two hubs, there is nothing to choose. */
	private static @Nullable HubConnection onlyOther(HubConnection source) {
		List<HubConnection> others = IotHubCore.get().connections().all().stream().filter(hub -> !isSame(source, hub)).toList();
		return others.size() == 1 ? others.get(0) : null;
	}

	private static boolean isSame(HubConnection source, HubConnection hub) {
		return hub.id().equals(source.id()) || hub.host().isSameHub(source.host());
	}

	HubConnection source() {
		return source;
	}

	List<String> deviceIds() {
		return deviceIds;
	}

	@Nullable
	HubConnection target() {
		return target;
	}

	/** What is known of another target says nothing of this one. */
	void setTarget(@Nullable HubConnection hub) {
		target = hub;
		copy = null;
		plan = null;
	}

	/** What would become of each device; null as long as nobody knows. */
	@Nullable
	TaskOutcome plan() {
		return plan;
	}

	/** The copy that was checked; null as long as none is. */
	@Nullable
	DeviceCopy copy() {
		return plan == null ? null : copy;
	}

	/** One that is to be checked; null if there is no hub to copy to. */
	@Nullable
	DeviceCopy newCopy() {
		HubConnection to = target;
		if (to == null || isSame(source, to) || deviceIds.size() > DeviceCopy.LIMIT) {
			return null;
		}
		plan = null;
		DeviceCopy made = new DeviceCopy(IotHubCore.get().operations(), source, to, deviceIds);
		copy = made;
		return made;
	}

	void checked(TaskOutcome outcome) {
		plan = outcome;
	}

	Findings findings() {
		Finding finding = finding();
		return new Findings(finding == null ? List.of() : List.of(finding));
	}

	private @Nullable Finding finding() {
		HubConnection to = target;
		TaskOutcome known = plan;
		if (deviceIds.size() > DeviceCopy.LIMIT) {
			return Finding.error(HubField.ID, NLS.bind(Messages.Copy_tooMany, ImportTexts.number(DeviceCopy.LIMIT)));
		}
		if (to == null) {
			return Finding.missing(HubField.ID, Messages.Copy_noTarget);
		}
		if (isSame(source, to)) {
			return Finding.error(HubField.ID, NLS.bind(Messages.Copy_same, to.name()));
		}
		if (known == null) {
			return Finding.missing(CopyFields.PLAN, Messages.Copy_unchecked);
		}
		return known.ids(Result.DONE).isEmpty() ? Finding.error(CopyFields.PLAN, NLS.bind(Messages.Copy_nothing, to.name())) : null;
	}
}
