// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query.language;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonElement;

/** What a query is evaluated for: a twin, or what a job did to one device. */
@FunctionalInterface
public interface Row {

	/** The value of an attribute, null when it is undefined. */
	@Nullable JsonElement value(Attribute attribute);
}
