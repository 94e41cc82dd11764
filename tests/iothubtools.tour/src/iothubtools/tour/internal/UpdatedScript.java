// SPDX-License-Identifier: EPL-2.0
package iothubtools.tour.internal;

/** The workspace of {@link UpdateScript} once more, with what was updated: all is there, and there is nothing newer. */
final class UpdatedScript implements Script {

	@Override
	public void play() throws Exception {
		KeptData.check();
		Script.picture("after-update");
		Updates.none();
	}

	@Override
	public boolean closes() {
		return true;
	}
}
