// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.operations;

import org.eclipse.core.runtime.jobs.ISchedulingRule;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.core.operations.HubOperation.Kind;

/** Work of one exclusive kind on one hub goes one after another. */
record HubRule(String connectionId, Kind kind) implements ISchedulingRule {

	static @Nullable ISchedulingRule of(HubOperation<?> operation) {
		return switch (operation.kind()) {
		case LIST, WRITE -> new HubRule(operation.connection().id(), operation.kind());
		case READ, MESSAGE, DEVICE -> null;
		};
	}

	@Override
	public boolean contains(@Nullable ISchedulingRule rule) {
		return equals(rule);
	}

	@Override
	public boolean isConflicting(@Nullable ISchedulingRule rule) {
		return equals(rule);
	}
}
