// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query.language;

/** A member of the rows that a projection or an aggregation gives. */
public sealed interface Column permits Projection, Aggregation {

	/** The member's name. */
	String name();
}
