// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.eventhub;

import java.util.List;

/**
 * How far the logs count, kept with all else the hub keeps: what stands behind that in a file was written and never confirmed. Called
 * within a {@link iothubtools.localhub.internal.kernel.Writer} only, or before there is one.
 */
public interface LogPositions {

	/** A number that was kept; 0 when there is none. */
	long get(String name);

	/** Keeps a number with the commit that is under way; 0 is kept as none. */
	void set(String name, long value);

	/** The same for one that moves with each message. Its name is short and of ASCII, and {@link #names} does not tell it. */
	void move(String name, long value);

	/** The names of all numbers whose names begin so. */
	List<String> names(String beginning);
}
