// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.faults;

/**
 * One thing that goes wrong, and how often.
 *
 * @param operation  name of the operation it is about, such as {@code PutDevice}; {@code *} for every one
 * @param rate       the part of the operations that it hits, above 0 and up to 1 for all
 * @param skip       so many operations go well first
 * @param times      so often it hits at most
 * @param effect     what goes wrong
 */
public record FaultRule(String operation, double rate, long skip, long times, FaultEffect effect) {

	/** Stands for every operation. */
	public static final String EVERY_OPERATION = "*";

	/** @throws IllegalArgumentException for a number that cannot be */
	public FaultRule {
		if (operation.isBlank()) {
			throw new IllegalArgumentException("the operation must not be empty; * is every one");
		}
		if (!(rate > 0 && rate <= 1)) {
			throw new IllegalArgumentException("the rate must be above 0 and at most 1, not " + rate);
		}
		if (skip < 0 || times < 1) {
			throw new IllegalArgumentException("skip must not be negative and times at least 1");
		}
	}

	/** A rule that hits every call of an operation. */
	public static FaultRule of(String operation, FaultEffect effect) {
		return new FaultRule(operation, 1, 0, Long.MAX_VALUE, effect);
	}

	/** The same rule for a part of the operations. */
	public FaultRule withRate(double newRate) {
		return new FaultRule(operation, newRate, skip, times, effect);
	}

	/** The same rule after so many operations. */
	public FaultRule withSkip(long count) {
		return new FaultRule(operation, rate, count, times, effect);
	}

	/** The same rule for so many hits. */
	public FaultRule withTimes(long count) {
		return new FaultRule(operation, rate, skip, count, effect);
	}

	/** Whether it is about an operation. */
	public boolean isAbout(String name) {
		return operation.equals(EVERY_OPERATION) || operation.equals(name);
	}
}
