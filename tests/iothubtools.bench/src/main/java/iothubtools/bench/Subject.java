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

	@Override
	void close() throws Exception;
}
