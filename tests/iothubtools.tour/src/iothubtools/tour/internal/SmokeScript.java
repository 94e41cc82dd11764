// SPDX-License-Identifier: EPL-2.0
package iothubtools.tour.internal;

/** The least that has to work after an installation: the view opens and lists the devices of a hub. */
final class SmokeScript implements Script {

	private static final int DEVICES = 5;

	@Override
	public void play() throws Exception {
		Stage.list(Stage.localHub(DEVICES), DEVICES);
	}

	@Override
	public boolean closes() {
		return true;
	}
}
