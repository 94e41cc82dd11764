// SPDX-License-Identifier: EPL-2.0
package iothubtools.tour.internal;

import java.io.IOException;
import java.nio.file.Path;

import iothubtools.tour.driver.Screenshot;

/** What is done in the IDE, from outside its UI thread. */
interface Script {

	/** Where pictures are saved. */
	Path PICTURES = Path.of(System.getProperty("iothubtools.demo.pictures", "target/tour"));

	/**
	 * Plays the script.
	 *
	 * @throws Exception when a step did not do what it should
	 * @throws AssertionError likewise
	 */
	void play() throws Exception;

	/**
	 * Saves a picture of the workbench under this name.
	 *
	 * @throws IOException when the file cannot be written
	 */
	static void picture(String name) throws IOException {
		Screenshot.save(PICTURES.resolve(name + ".png"));
	}

	/** Whether the IDE is closed when the script is over, or stays for a person to use. */
	boolean closes();

	/**
	 * The script with this name.
	 *
	 * @throws IllegalArgumentException when there is none
	 */
	static Script named(String name) {
		return switch (name) {
			case "run" -> new RunScript();
			case "tour" -> new TourScript();
			case "smoke" -> new SmokeScript();
			case "update" -> new UpdateScript();
			case "updated" -> new UpdatedScript();
			case "bare" -> new BareScript();
			case "german" -> new GermanScript();
			default -> throw new IllegalArgumentException("No demo is called " + name);
		};
	}
}
