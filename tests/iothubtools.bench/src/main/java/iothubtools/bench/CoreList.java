// SPDX-License-Identifier: EPL-2.0
package iothubtools.bench;

/** A core that reads all devices for a view. Its heap is that of the list alone. */
final class CoreList implements Subject {

	private final CoreUnderTest core;
	private final long heapBefore;

	CoreList(Setup setup) throws Exception {
		core = new CoreUnderTest(setup);
		// what the client needs for any list is there after the first one
		core.load();
		core.forget();
		heapBefore = Worker.heapInUse();
	}

	@Override
	public long run(long nanos) throws Exception {
		long end = System.nanoTime() + nanos;
		long rows = 0;
		do {
			core.load();
			rows += core.count();
		} while (System.nanoTime() < end);
		return rows;
	}

	@Override
	public long heapBefore(long usual) {
		return heapBefore;
	}

	@Override
	public void close() throws Exception {
		core.close();
	}
}
