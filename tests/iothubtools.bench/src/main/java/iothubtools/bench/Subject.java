// SPDX-License-Identifier: EPL-2.0
package iothubtools.bench;

/** One way of doing a kind of work: Azure's SDK, our client, or what either is held against. */
interface Subject extends AutoCloseable {

	/**
	 * Works until the time is over, at least once.
	 *
	 * @param nanos how long, in nanoseconds
	 * @return how many units of work were done: messages, devices, requests
	 */
	long run(long nanos) throws Exception;

	/**
	 * The heap in use before it, in bytes, that is not the subject's.
	 *
	 * @param usual before it was made
	 */
	default long heapBefore(long usual) {
		return usual;
	}

	@Override
	void close() throws Exception;
}
