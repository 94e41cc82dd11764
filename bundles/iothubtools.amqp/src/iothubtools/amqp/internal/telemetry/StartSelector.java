// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.internal.telemetry;

import java.util.Map;

import org.apache.qpid.proton.amqp.DescribedType;
import org.apache.qpid.proton.amqp.Symbol;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.amqp.telemetry.StartPosition;

/** Says to the endpoint from where on a partition is read (contract §7.2). */
final class StartSelector {

	private static final Symbol FILTER = Symbol.valueOf("apache.org:selector-filter:string");
	private static final String ANNOTATION = "amqp.annotation.x-opt-";
	private static final String FIRST = "-1";

	private record Selector(String text) implements DescribedType {
		@Override
		public Object getDescriptor() {
			return FILTER;
		}

		@Override
		public Object getDescribed() {
			return text;
		}
	}

	private StartSelector() {
	}

	/** Behind an offset. */
	static Map<Symbol, Object> behind(String offset) {
		return filter("offset", offset);
	}

	/** For a partition; null for its end, which one has to ask for. */
	static @Nullable Map<Symbol, Object> of(StartPosition start, String partition) {
		if (start instanceof StartPosition.Earliest) {
			return filter("offset", FIRST);
		} else if (start instanceof StartPosition.After after) {
			return filter("enqueued-time", Long.toString(after.time().toEpochMilli()));
		} else if (start instanceof StartPosition.AfterOffsets known) {
			String offset = known.offsets().get(partition);
			return offset == null ? of(known.others(), partition) : behind(offset);
		} else if (start instanceof StartPosition.AfterSequenceNumbers known) {
			Long number = known.numbers().get(partition);
			return number == null ? of(known.others(), partition) : filter("sequence-number", number.toString());
		}
		return null;
	}

	private static Map<Symbol, Object> filter(String annotation, String value) {
		return Map.of(FILTER, new Selector(ANNOTATION + annotation + " > '" + value.replace("'", "''") + "'"));
	}
}
