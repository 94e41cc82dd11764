// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.transfer;

import java.util.List;
import java.util.function.Function;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.HubCopy;
import iothubtools.core.tasks.ItemOutcome.Result;
import iothubtools.core.tasks.TaskOutcome;
import iothubtools.ui.internal.forms.Finding;
import iothubtools.ui.internal.forms.Findings;
import iothubtools.ui.internal.wizards.HubField;

/**
 * What is to be copied or moved, where to, and what would become of it.
 *
 * @param <C> what copies it
 */
final class CopyModel<C extends HubCopy> {

	private final CopyWords words;
	private final @Nullable HubConnection source;
	private final boolean tooMany;
	private final Function<HubConnection, C> maker;
	private @Nullable HubConnection target;
	private @Nullable C copy;
	private @Nullable TaskOutcome plan;

	/**
	 * @param source  null where it comes from no hub
	 * @param tooMany whether there is more than can be copied
	 * @param maker   makes what copies it to a hub
	 */
	CopyModel(CopyWords words, @Nullable HubConnection source, @Nullable HubConnection target, boolean tooMany, Function<HubConnection, C> maker) {
		this.words = words;
		this.source = source;
		this.tooMany = tooMany;
		this.maker = maker;
		this.target = target == null ? onlyOther() : target;
	}

	/** Where there are two hubs, there is nothing to choose. */
	private @Nullable HubConnection onlyOther() {
		List<HubConnection> others = IotHubCore.get().connections().all().stream().filter(hub -> !isSource(hub)).toList();
		return others.size() == 1 ? others.get(0) : null;
	}

	private boolean isSource(HubConnection hub) {
		HubConnection from = source;
		return from != null && hub.isSameHub(from);
	}

	CopyWords words() {
		return words;
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

	/** What would become of each; null as long as nobody knows. */
	@Nullable
	TaskOutcome plan() {
		return plan;
	}

	/** The copy that was checked; null as long as none is. */
	@Nullable
	C copy() {
		return plan == null ? null : copy;
	}

	/** One that is to be checked; null if there is no hub to copy to. */
	@Nullable
	C newCopy() {
		HubConnection to = target;
		if (to == null || isSource(to) || tooMany) {
			return null;
		}
		plan = null;
		C made = maker.apply(to);
		copy = made;
		return made;
	}

	/** What would become of each by this copy; nothing is known by one before the last, as when a connection was edited meanwhile. */
	void checked(C checked, TaskOutcome outcome) {
		if (isLatest(checked)) {
			plan = outcome;
		}
	}

	/** Whether it is the one that was asked for last. */
	boolean isLatest(C which) {
		return which.equals(copy);
	}

	Findings findings() {
		Finding finding = finding();
		return new Findings(finding == null ? List.of() : List.of(finding));
	}

	private @Nullable Finding finding() {
		HubConnection to = target;
		TaskOutcome known = plan;
		if (tooMany) {
			return Finding.error(HubField.ID, words.tooMany());
		}
		if (to == null) {
			return Finding.missing(HubField.ID, Messages.Copy_noTarget);
		}
		if (isSource(to)) {
			return Finding.error(HubField.ID, NLS.bind(words.same(), to.name()));
		}
		if (known == null) {
			return Finding.missing(CopyFields.PLAN, words.unchecked());
		}
		boolean nothing = known.ids(Result.DONE).isEmpty() && known.ids(Result.CHANGED).isEmpty();
		boolean allThere = known.items().size() == known.ids(Result.EXISTS).size();
		String text = NLS.bind(words.nothing(), to.name());
		return !nothing ? null : allThere ? Finding.missing(CopyFields.PLAN, text) : Finding.error(CopyFields.PLAN, text);
	}
}
