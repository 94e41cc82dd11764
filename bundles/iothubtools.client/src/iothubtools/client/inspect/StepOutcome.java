// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.inspect;

/**
 * How one step ended.
 *
 * @param step   which
 * @param result how
 * @param detail what was found, or what to do, in plain English; without any secret
 */
public record StepOutcome(CheckStep step, Result result, String detail) {

	/** How a step can end. */
	public enum Result {
		PASSED, FAILED,
		/** It does not apply, or cannot be told. */
		SKIPPED
	}

	static StepOutcome passed(CheckStep step, String detail) {
		return new StepOutcome(step, Result.PASSED, detail);
	}

	static StepOutcome failed(CheckStep step, String detail) {
		return new StepOutcome(step, Result.FAILED, detail);
	}

	static StepOutcome skipped(CheckStep step, String detail) {
		return new StepOutcome(step, Result.SKIPPED, detail);
	}
}
