// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A Maven project with a Java program for one device. The program is given the connection string by an environment variable, so that the key is in
 * no file; the launch configuration that comes with it has a variable of Eclipse there.
 *
 * @param projectName what the project is called, and its launch configuration as far as one can be called so
 * @param packageName where the classes are, see {@link JavaPackages}
 * @param deviceId    whom it is for
 * @param hubName     what variables of launch configurations name the hub by
 * @param caFile      PEM file of a CA that vouches for the hub, as the local one has; empty for a hub that Java trusts
 * @param does        what the program does besides that it connects
 */
public record DeviceProgram(String projectName, String packageName, String deviceId, String hubName, String caFile, Set<DeviceActivity> does) {

	/** Where the program takes its connection string from. */
	public static final String CONNECTION_STRING = "IOTHUB_DEVICE_CONNECTION_STRING";
	/** Where it takes the file of a CA from. */
	public static final String CA_FILE = "IOTHUB_CA_FILE";
	/** Of Azure's iot-device-client; our conformance tests run it against the local hub. */
	public static final String SDK_VERSION = "2.5.0";

	private static final String DEVICE = "Device";
	private static final String TRUST = "HubTrust";
	private static final String MAVEN_ENTRY = "\t<classpathentry kind=\"con\" path=\"org.eclipse.m2e.MAVEN2_CLASSPATH_CONTAINER\"/>\n";

	public DeviceProgram {
		does = Set.copyOf(does);
	}

	/** Where the class is that begins. */
	public String mainFile() {
		return sourceFile(DEVICE);
	}

	/** All files, but those that only Java tools of Eclipse ask for. */
	public List<ProjectFile> files() {
		List<ProjectFile> files = new ArrayList<>(List.of(file("pom.xml", "pom.xml.txt"), source(DEVICE), source(TRUST)));
		new TreeSet<>(does).forEach(activity -> files.add(source(activity.className())));
		files.addAll(List.of(file("src/main/resources/simplelogger.properties", "simplelogger.txt"), file("README.md", "README.txt"),
				file(".gitignore", "gitignore.txt"), file(launchName() + ".launch", "launch.txt")));
		return files;
	}

	/**
	 * What Java tools of Eclipse know the folders and libraries by.
	 *
	 * @param maven whether they can take the libraries from pom.xml
	 */
	public ProjectFile classpath(boolean maven) {
		return new ProjectFile(".classpath", new Template("classpath.txt").with(Map.of("maven", maven ? MAVEN_ENTRY : "")));
	}

	private ProjectFile source(String name) {
		return file(sourceFile(name), name + ".txt");
	}

	private String sourceFile(String name) {
		return "src/main/java/" + packagePath() + '/' + name + ".java";
	}

	private String packagePath() {
		return packageName.replace('.', '/');
	}

	private ProjectFile file(String path, String template) {
		return new ProjectFile(path, new Template(template).with(values()));
	}

	private Map<String, String> values() {
		return Map.ofEntries(Map.entry("package", packageName), Map.entry("packagePath", packagePath()), Map.entry("device", deviceId),
				Map.entry("hub", hubName), Map.entry("project", projectName), Map.entry("launch", launchName()),
				Map.entry("projectXml", Xml.escape(projectName)), Map.entry("artifact", artifactId()), Map.entry("sdk", SDK_VERSION),
				Map.entry("starts", starts()), Map.entry("variableXml", Xml.escape(variable())), Map.entry("caFileXml", caFileEntry()));
	}

	/** The ones that the class {@value #DEVICE} starts, a line each. */
	private String starts() {
		return new TreeSet<>(does).stream().map(activity -> "\t\t" + activity.className() + ".start(client);\n").collect(Collectors.joining());
	}

	/** What the launch configuration is called: Eclipse opens one with such characters, but neither saves nor runs it from its dialog. */
	private String launchName() {
		return projectName.replaceAll("[@&\\\\/:*?\"<>|]", "-");
	}

	private String artifactId() {
		String artifact = projectName.replaceAll("[^A-Za-z0-9_.-]+", "-").replaceAll("^[-.]+|[-.]+$", "");
		return artifact.isEmpty() ? "device" : artifact;
	}

	private String variable() {
		return "${iothub_connection_string:" + hubName + '/' + deviceId + '}';
	}

	private String caFileEntry() {
		return caFile.isEmpty() ? "" : "\t\t<mapEntry key=\"" + CA_FILE + "\" value=\"" + Xml.escape(caFile) + "\"/>\n";
	}
}
