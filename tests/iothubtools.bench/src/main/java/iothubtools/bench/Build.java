// SPDX-License-Identifier: EPL-2.0
package iothubtools.bench;

/**
 * This build, or an older one that it is held against.
 *
 * @param title     what it is called
 * @param hub       folder of the jars of its local hub
 * @param classPath its client and its core with all they need; what measures them is the same for each build
 */
record Build(String title, String hub, String classPath) {

	/** The folder of the hub and the class path are in system properties of these names, with {@code .core} for the latter. */
	static Build of(String title, String property) {
		String hub = System.getProperty(property);
		String core = System.getProperty(property + ".core");
		if (hub == null || core == null) {
			throw new IllegalArgumentException("-D" + property + " and -D" + property + ".core are needed: use bench.sh or releng/scripts/compare-build.sh");
		}
		return new Build(title, hub, core + System.getProperty("path.separator") + System.getProperty("java.class.path"));
	}
}
