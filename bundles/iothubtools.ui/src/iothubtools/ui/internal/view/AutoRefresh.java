// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.view;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.swt.widgets.Control;

import iothubtools.core.hubs.HubConnection;
import iothubtools.core.inventory.HubContents;
import iothubtools.core.inventory.HubContents.Phase;

/**
 * Lists devices anew again and again, as long as somebody can see them. A hub that fails is left in peace twice as long after each failure.
 * All on the UI thread.
 */
public final class AutoRefresh {

	/** After this many failures the pause does not grow any more: half a minute has become a quarter of an hour. */
	private static final int MOST_DOUBLINGS = 5;

	/** When a hub is next asked, and how often it has failed by now. */
	private record Turn(long dueNanos, int failures) {
	}

	private final Control owner;
	private final BooleanSupplier visible;
	private final Supplier<List<HubContents>> hubs;
	private final Consumer<HubConnection> refresh;
	private final Map<String, Turn> turns = new HashMap<>();
	private final Runnable tick = this::tick;
	private Duration pause = Duration.ZERO;

	/**
	 * One that is off.
	 *
	 * @param owner   with it this ends
	 * @param visible whether somebody can see the devices
	 * @param hubs    what is known of all hubs
	 */
	public AutoRefresh(Control owner, BooleanSupplier visible, Supplier<List<HubContents>> hubs, Consumer<HubConnection> refresh) {
		this.owner = owner;
		this.visible = visible;
		this.hubs = hubs;
		this.refresh = refresh;
	}

	/** The time between two looks; zero for off. */
	public Duration pause() {
		return pause;
	}

	/** Begins anew with another time between two looks; zero turns it off. */
	public void every(Duration time) {
		pause = time;
		turns.clear();
		// a negative time takes a timer back
		owner.getDisplay().timerExec(time.isZero() ? -1 : millis(), tick);
	}

	private int millis() {
		return (int) Math.min(Integer.MAX_VALUE, pause.toMillis());
	}

	private void tick() {
		if (owner.isDisposed() || pause.isZero()) {
			return;
		}
		if (visible.getAsBoolean()) {
			hubs.get().forEach(this::look);
		}
		owner.getDisplay().timerExec(millis(), tick);
	}

	/** Hubs that nobody has listed yet, and the local hub that is stopped, are a person's to begin with. */
	private void look(HubContents hub) {
		Phase phase = hub.phase();
		if (phase != Phase.LOADED && phase != Phase.FAILED) {
			return;
		}
		String id = hub.connection().id();
		Turn turn = turns.getOrDefault(id, new Turn(System.nanoTime(), 0));
		if (phase == Phase.LOADED) {
			turns.put(id, new Turn(System.nanoTime(), 0));
			refresh.accept(hub.connection());
		} else if (turn.failures() == 0) {
			turns.put(id, later(1));
		} else if (System.nanoTime() >= turn.dueNanos()) {
			turns.put(id, later(Math.min(MOST_DOUBLINGS, turn.failures() + 1)));
			refresh.accept(hub.connection());
		}
	}

	private Turn later(int failures) {
		return new Turn(System.nanoTime() + (pause.toNanos() << failures), failures);
	}
}
