// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.connections;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

import iothubtools.core.hubs.HubRight;

/**
 * What is known of the rights of one connection. A hub refuses a wrong key as it refuses a missing right: only where it took the key for
 * something else is it the right that is missing. Not safe for threads.
 */
final class KnownRights {

	private final Set<HubRight> allowed = EnumSet.noneOf(HubRight.class);
	private final Set<HubRight> refused = EnumSet.noneOf(HubRight.class);
	/** Those that were missing when the IDE ran before, as long as nothing else is known. */
	private final Set<HubRight> remembered = EnumSet.noneOf(HubRight.class);
	/** Whether the key opens less than it did: it may be a wrong one by now, and then no refusal says anything of rights. */
	private boolean suspected;

	KnownRights(Collection<HubRight> missingBefore) {
		remembered.addAll(missingBefore);
	}

	void allowed(HubRight right) {
		if (suspected) {
			suspected = false;
			refused.clear();
		}
		allowed.add(right);
		refused.remove(right);
		remembered.remove(right);
	}

	void refused(HubRight right) {
		if (allowed.contains(right)) {
			// it was there a while ago: the key may be another one by now, and what it opened says nothing more
			allowed.clear();
			suspected = true;
		}
		refused.add(right);
	}

	/** Those that the hub refused, as far as one knows; what follows from them is not among them. */
	Set<HubRight> learnt() {
		Set<HubRight> learnt = EnumSet.copyOf(remembered);
		if (!allowed.isEmpty()) {
			learnt.addAll(refused);
		}
		return learnt;
	}

	/** Those that the policy has not, as far as one knows. */
	Set<HubRight> missing() {
		Set<HubRight> missing = learnt();
		if (missing.contains(HubRight.REGISTRY_READ)) {
			// who may write may read, too
			missing.add(HubRight.REGISTRY_WRITE);
		}
		return missing;
	}
}
