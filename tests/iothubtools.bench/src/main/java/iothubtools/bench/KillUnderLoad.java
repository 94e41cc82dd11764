// SPDX-License-Identifier: EPL-2.0
package iothubtools.bench;

import java.nio.file.Path;
import java.util.List;

/** kill -9 while eight clients write, and again after each new start. */
final class KillUnderLoad implements Fault {

	private static final int ROUNDS = 5;
	/** Writes in a round. */
	private static final int ENOUGH = 300;

	@Override
	public List<Outcome> happen(String libraries, Path data) throws Exception {
		ConfirmedWrites writes = new ConfirmedWrites(10);
		for (int round = 1; round <= ROUNDS; round++) {
			try (HubProcess hub = new HubProcess(libraries, data, 0, 0)) {
				int before = writes.count();
				List<Thread> threads = writes.begin(new OwnerCalls(hub.setup(List.of())), "k" + round + '-');
				while (writes.count() - before < ENOUGH && threads.stream().anyMatch(Thread::isAlive)) {
					Thread.sleep(1);
				}
				hub.kill();
				for (Thread thread : threads) {
					thread.join();
				}
			}
		}
		try (HubProcess hub = new HubProcess(libraries, data, 0, 0)) {
			return List.of(new Outcome("kill -9 under load: confirmed writes", writes.count(),
					writes.missing(new OwnerCalls(hub.setup(List.of()))), ROUNDS + " times killed and started anew"));
		}
	}
}
