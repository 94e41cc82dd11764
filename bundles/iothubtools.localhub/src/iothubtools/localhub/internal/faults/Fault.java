// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.faults;

import java.time.Duration;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.faults.FaultEffect;

/**
 * What goes wrong with one operation.
 *
 * @param delay   how much later it is carried out
 * @param effect  what else; null for nothing, never a delay
 */
record Fault(Duration delay, @Nullable FaultEffect effect) {

	/** Nothing. */
	static final Fault NONE = new Fault(Duration.ZERO, null);

	/** The same and another effect: delays add up, of the others the first stays. */
	Fault and(FaultEffect another) {
		if (another instanceof FaultEffect.Delay more) {
			return new Fault(delay.plus(more.duration()), effect);
		}
		return effect == null ? new Fault(delay, another) : this;
	}
}
