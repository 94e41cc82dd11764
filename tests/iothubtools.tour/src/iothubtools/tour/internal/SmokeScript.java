// SPDX-License-Identifier: EPL-2.0
package iothubtools.tour.internal;

/** x */
final class SmokeScript implements Script {

	@Override
	public void play() throws Exception {
	}

	@Override
	public boolean closes() {
		return true;
	}
}
