// SPDX-License-Identifier: EPL-2.0
package iothubtools.tour.internal;

import iothubtools.tour.driver.Screenshot;

/** The workspace of {@link UpdateScript} once more, with what was updated: all is there, and there is nothing newer. */
final class UpdatedScript implements Script {

	@Override
	public void play() throws Exception {
		KeptData.check();
		Screenshot.save(PICTURES.resolve("after-update.png"));
		Updates.none();
	}

	@Override
	public boolean closes() {
		return true;
	}
}
