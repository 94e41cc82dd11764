// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.enablement;

import java.util.Locale;

import org.eclipse.core.expressions.PropertyTester;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.core.IotHubCore;

/** Tells whether the local hub is stopped, starting or running. */
public final class LocalHubPropertyTester extends PropertyTester {

	@Override
	public boolean test(@Nullable Object receiver, @Nullable String property, Object @Nullable [] args,
			@Nullable Object expectedValue) {
		return IotHubCore.get().localHub().state().name().toLowerCase(Locale.ROOT).equals(expectedValue);
	}
}
