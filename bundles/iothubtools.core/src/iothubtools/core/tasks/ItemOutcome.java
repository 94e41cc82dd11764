// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tasks;

import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ServiceException;

/**
 * What became of one thing of a task.
 *
 * @param id      the device, or what else a person knows it by; empty for a line that names none
 * @param result  how it ended
 * @param failure why, of one that failed; null for others
 * @param reason  why, of one that was left as it is; empty where that says it all
 * @param line    where it is in its file, from 1; 0 where there is no file
 */
public record ItemOutcome(String id, Result result, @Nullable HubException failure, String reason, long line) {

	/** How work on one thing can end. */
	public enum Result {
		DONE,
		/** It was there already, and was made what it was asked to be. */
		CHANGED, FAILED,
		/** What was asked for cannot be done to a thing like this; the hub was not asked. */
		LEFT,
		/** It was there already, and was left as it is. */
		EXISTS,
		/** The task was cancelled while the hub was asked, which may have done it all the same. */
		UNKNOWN,
		/** The task ended before it came to this. */
		NOT_TRIED
	}

	/** What says something of this one thing, and would say so again: it is wrong, is not there, is there already, or was changed by others. */
	private static final Set<Integer> OF_ITS_OWN = Set.of(400, 404, 409, 412);

	/** It was done. */
	public static ItemOutcome done(String id) {
		return new ItemOutcome(id, Result.DONE, null, "", 0);
	}

	/** It was not done. */
	public static ItemOutcome failed(String id, HubException failure) {
		return new ItemOutcome(id, Result.FAILED, failure, "", 0);
	}

	/**
	 * It was left as it is.
	 *
	 * @param reason why, such as "it has no keys"
	 */
	public static ItemOutcome left(String id, String reason) {
		return new ItemOutcome(id, Result.LEFT, null, reason, 0);
	}

	/** It was asked for, without an answer. */
	public static ItemOutcome unknown(String id) {
		return new ItemOutcome(id, Result.UNKNOWN, null, "", 0);
	}

	/** Nobody was asked for it. */
	public static ItemOutcome notTried(String id) {
		return new ItemOutcome(id, Result.NOT_TRIED, null, "", 0);
	}

	/**
	 * It was there already, and was changed.
	 *
	 * @param reason what of it
	 */
	public static ItemOutcome changed(String id, String reason) {
		return new ItemOutcome(id, Result.CHANGED, null, reason, 0);
	}

	/** It was there already. */
	public static ItemOutcome exists(String id) {
		return new ItemOutcome(id, Result.EXISTS, null, "", 0);
	}

	/** The same, of a line of a file. */
	public ItemOutcome at(long where) {
		return new ItemOutcome(id, result, failure, reason, where);
	}

	/** The same, with words to it. */
	public ItemOutcome because(String why) {
		return new ItemOutcome(id, result, failure, why, line);
	}

	/**
	 * Whether it is left to be done: the task ended before it came to this, or failed here for a reason that has nothing to do with it, such as a
	 * hub that could not be reached.
	 *
	 * @param twice whether it can be done once more where the hub may have done it already
	 */
	boolean isRest(boolean twice) {
		HubException why = failure;
		return switch (result) {
		case NOT_TRIED -> true;
		case UNKNOWN -> twice;
		case FAILED -> why != null && (twice || !why.isUnclear()) && !(why instanceof ServiceException service && OF_ITS_OWN.contains(service.status()));
		case DONE, CHANGED, LEFT, EXISTS -> false;
		};
	}
}
