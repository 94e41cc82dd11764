// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.kernel;

/**
 * Looks for something one at a time, where looking takes a while and the news that there may be something can come meanwhile: it is then looked
 * for once more, as what came may be newer than what was looked at. Used on one thread.
 */
public final class Lookout {

	private boolean looking;
	private boolean news;

	/** Whether to look now; if not, the end of the look that is under way says to look again. */
	public boolean begin() {
		if (looking) {
			news = true;
			return false;
		}
		looking = true;
		return true;
	}

	/** The look is over; whether there was news meanwhile. */
	public boolean end() {
		boolean again = news;
		looking = false;
		news = false;
		return again;
	}
}
