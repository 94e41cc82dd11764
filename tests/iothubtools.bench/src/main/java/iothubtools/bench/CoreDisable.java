// SPDX-License-Identifier: EPL-2.0
package iothubtools.bench;

/** Core disabling and enabling all devices of a hub, with the list of a view that follows. */
final class CoreDisable implements Subject {

	private final CoreUnderTest core;
	private final SampleIds ids;
	private boolean disabled;

	CoreDisable(Setup setup) throws Exception {
		ids = SampleIds.of(setup);
		core = new CoreUnderTest(setup);
		core.load();
	}

	@Override
	public long run(long nanos) throws Exception {
		long end = System.nanoTime() + nanos;
		long done = 0;
		do {
			disabled = !disabled;
			core.disable(ids.ids(), disabled);
			done += ids.ids().size();
		} while (System.nanoTime() < end);
		return done;
	}

	@Override
	public void close() throws Exception {
		core.close();
	}
}
