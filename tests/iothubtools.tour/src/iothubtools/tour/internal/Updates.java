// SPDX-License-Identifier: EPL-2.0
package iothubtools.tour.internal;

import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Workbench;

/** The IDE's own dialogs by which software is updated. */
final class Updates {

	private static final String FEATURE = "IoT Hub Tools for Eclipse";

	private Updates() {
	}

	/** Makes an update site known, in the preferences. */
	static void addSite(String location) throws Exception {
		Workbench.window().choose("Window", "Preferences");
		Scope preferences = Scope.window("Preferences").open();
		preferences.tree().expand("Install/Update");
		preferences.tree().select("Available Software Sites");
		preferences.press("Add...");
		Scope site = Scope.window("Add Site").open();
		site.type("Location", location);
		site.press("Add");
		site.closed();
		preferences.press("Apply and Close");
		preferences.closed();
	}

	/** Checks for updates, and installs the one that has to be found. */
	static void install() throws Exception {
		Workbench.window().choose("Help", "Check for Updates");
		Scope wizard = Scope.window("Available Updates").open();
		wizard.table().has(FEATURE);
		Script.picture("available-updates");
		wizard.press("Next >");
		wizard.shows("Review and confirm the updates");
		wizard.press("Next >");
		wizard.press("I accept the terms of the license agreement");
		wizard.press("Finish");
		wizard.closed();
		Scope trust = Scope.window("Trust Artifacts").open();
		trust.press("Select All");
		trust.press("Trust Selected");
		trust.closed();
		Scope restart = Scope.window("Software Updates").open();
		Script.picture("restart");
		restart.press("No");
		restart.closed();
	}

	/** Checks for updates; there are none. */
	static void none() {
		Workbench.window().choose("Help", "Check for Updates");
		Scope message = Scope.window("Information").open();
		message.shows("No updates found");
		message.press("OK");
		message.closed();
	}
}
