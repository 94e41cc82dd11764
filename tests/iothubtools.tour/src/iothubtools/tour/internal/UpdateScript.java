// SPDX-License-Identifier: EPL-2.0
package iothubtools.tour.internal;

/** Some work with an older build, and then Help > Check for Updates, which finds a newer one and installs it. */
final class UpdateScript implements Script {

	@Override
	public void play() throws Exception {
		KeptData.make();
		Script.picture("before-update");
		Updates.addSite(System.getProperty("iothubtools.demo.site", ""));
		Updates.install();
	}

	@Override
	public boolean closes() {
		return true;
	}
}
