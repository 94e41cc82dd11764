// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.faults;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.faults.FaultEffect;
import iothubtools.localhub.faults.FaultEffect.Break;
import iothubtools.localhub.faults.FaultEffect.ClockSkew;
import iothubtools.localhub.faults.FaultEffect.Status;
import iothubtools.localhub.internal.errors.ErrorCode;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.exchange.Delivery;
import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.operation.Call;
import iothubtools.localhub.internal.operation.ErrorReplies;
import iothubtools.localhub.internal.operation.Operation;
import iothubtools.localhub.internal.operation.OperationFilter;
import iothubtools.localhub.internal.operation.Route;
import iothubtools.localhub.internal.time.HubTimer;

/**
 * Lets operations go wrong as the fault plan wants it.
 *
 * @param faults  the plan
 * @param errors  makes replies of errors
 * @param timer   for delays
 * @param clock   for wrong dates
 */
public record FaultFilter(Faults faults, ErrorReplies errors, HubTimer timer, Clock clock) implements OperationFilter {

	private static final byte[] NOTHING = {};

	@Override
	public Operation.Later around(Route route, Operation operation) {
		return call -> {
			Fault fault = faults.next(route.name());
			return fault.delay().isZero() ? answer(call, operation, fault.effect())
					: timer.after(fault.delay()).thenCompose(later -> answer(call, operation, fault.effect()));
		};
	}

	private CompletionStage<HubReply> answer(Call call, Operation operation, @Nullable FaultEffect effect) {
		if (effect == null) {
			return operation.answer(call);
		}
		HubReply instead = instead(call, effect);
		return instead == null ? after(operation.answer(call), (Break) effect) : CompletableFuture.completedStage(instead);
	}

	/** The reply of an effect that leaves the operation undone; null for one that carries it out first. */
	private @Nullable HubReply instead(Call call, FaultEffect effect) {
		String requestId = call.request().id();
		if (effect instanceof Status status) {
			return errors.reply(status.status(), status.errorCode(), "A fault on purpose.", requestId);
		}
		if (effect instanceof ClockSkew skew) {
			String date = DateTimeFormatter.RFC_1123_DATE_TIME
					.format(clock.instant().plus(skew.ahead()).atOffset(ZoneOffset.UTC));
			return errors.reply(HubError.unauthorized(), requestId).with("Date", date);
		}
		return effect == Break.DROP_BEFORE ? dropped() : null;
	}

	/** An operation that fails by itself keeps its own error, which the client is told unless the connection ends. */
	private static CompletionStage<HubReply> after(CompletionStage<HubReply> reply, Break effect) {
		return switch (effect) {
		case TRUNCATE -> reply.thenApply(whole -> whole.with(Delivery.Way.TRUNCATED));
		case FAIL_AFTER_COMMIT -> reply.thenApply(done -> {
			throw new HubError(ErrorCode.SERVER_ERROR, "InternalServerError");
		});
		default -> reply.handle((done, failure) -> dropped());
		};
	}

	private static HubReply dropped() {
		return new HubReply(500, Map.of(), NOTHING, Delivery.Way.DROPPED);
	}
}
