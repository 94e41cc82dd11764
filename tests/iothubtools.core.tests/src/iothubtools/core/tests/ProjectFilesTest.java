// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import iothubtools.core.project.DeviceActivity;
import iothubtools.core.project.DeviceProgram;
import iothubtools.core.project.JavaPackages;
import iothubtools.core.project.ProjectFile;

class ProjectFilesTest {

	private static final Set<DeviceActivity> ALL = EnumSet.allOf(DeviceActivity.class);

	private static Map<String, String> files(DeviceProgram program) {
		return program.files().stream().collect(Collectors.toMap(ProjectFile::path, ProjectFile::text));
	}

	private static DeviceProgram program(Set<DeviceActivity> does) {
		return new DeviceProgram("pump", "com.example.pump", "pump-1", "factory.test", "", does);
	}

	private static Document xml(String text) throws Exception {
		return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
	}

	private static Map<String, String> environment(String launch) throws Exception {
		NodeList entries = xml(launch).getElementsByTagName("mapEntry");
		return List.of(0, 1).stream().filter(i -> i < entries.getLength()).map(i -> (Element) entries.item(i))
				.collect(Collectors.toMap(entry -> entry.getAttribute("key"), entry -> entry.getAttribute("value")));
	}

	private static String text(Document document, String tag) {
		return document.getElementsByTagName(tag).item(0).getTextContent();
	}

	@Test
	void thereIsAClassForAllThatTheProgramDoes() {
		String folder = "src/main/java/com/example/pump/";
		assertEquals(new TreeSet<>(Set.of("pom.xml", "README.md", ".gitignore", "pump.launch", "src/main/resources/simplelogger.properties",
				folder + "Device.java", folder + "HubTrust.java", folder + "Telemetry.java", folder + "TwinProperties.java", folder + "DirectMethods.java",
				folder + "CloudMessages.java")), new TreeSet<>(files(program(ALL)).keySet()));
		assertEquals(folder + "Device.java", program(ALL).mainFile());
		assertEquals(List.of(), files(program(ALL)).entrySet().stream()
				.filter(file -> file.getKey().endsWith(".java") && !file.getValue().startsWith("package com.example.pump;\n")).map(Map.Entry::getKey).toList());
	}

	@Test
	void whatIsNotChosenIsNeitherThereNorBegun() {
		Map<String, String> files = files(program(Set.of(DeviceActivity.TELEMETRY)));
		assertEquals(Set.of("Device.java", "HubTrust.java", "Telemetry.java"),
				files.keySet().stream().filter(path -> path.endsWith(".java")).map(path -> path.replaceAll(".*/", "")).collect(Collectors.toSet()));
		String device = files.get("src/main/java/com/example/pump/Device.java");
		assertTrue(device.contains("\t\tTelemetry.start(client);\n"), device);
		assertFalse(device.contains("DirectMethods"), device);
	}

	@Test
	void noPlaceholderIsLeft() {
		assertEquals(List.of(), program(ALL).files().stream().filter(file -> file.text().matches("(?s).*@\\w+@.*")).map(ProjectFile::path).toList());
	}

	@Test
	void theReadmeHasFourLines() {
		String readme = files(program(ALL)).get("README.md");
		assertEquals(4, readme.lines().count());
		assertTrue(readme.contains("`pump-1`") && readme.contains("`factory.test`") && readme.contains("pump.launch"), readme);
	}

	@Test
	void theLaunchIsGivenAVariableAndNoKey() throws Exception {
		String launch = files(program(ALL)).get("pump.launch");
		assertEquals(Map.of("IOTHUB_DEVICE_CONNECTION_STRING", "${iothub_connection_string:factory.test/pump-1}"), environment(launch));
		assertTrue(launch.contains("\"com.example.pump.Device\""), launch);
	}

	@Test
	void theLaunchIsGivenTheCaOfTheHubWhereItHasOne() throws Exception {
		String launch = files(new DeviceProgram("pump", "p", "pump-1", "Local", "/home/me & you/ca.pem", ALL)).get("pump.launch");
		assertEquals(Map.of("IOTHUB_DEVICE_CONNECTION_STRING", "${iothub_connection_string:Local/pump-1}", "IOTHUB_CA_FILE", "/home/me & you/ca.pem"),
				environment(launch));
	}

	@Test
	void namesWithMarksOfXmlAndOfReplacementsStayWhatTheyAre() throws Exception {
		Map<String, String> files = files(new DeviceProgram("A & B <1>", "p", "a$1'*=@hub@", "H & \"I\" @device@", "", ALL));
		Document pom = xml(files.get("pom.xml"));
		assertEquals("A & B <1>", text(pom, "name"));
		assertEquals("A-B-1", text(pom, "artifactId"));
		assertEquals("${iothub_connection_string:H & \"I\" @device@/a$1'*=@hub@}",
				environment(files.get("A - B -1-.launch")).get("IOTHUB_DEVICE_CONNECTION_STRING"));
		assertTrue(files.get("src/main/java/p/Device.java").contains("/** The device a$1'*=@hub@. "));
	}

	@Test
	void theReadmeCallsTheLaunchConfigurationWhatItsFileIsCalled() {
		Map<String, String> files = files(new DeviceProgram("a&b@c", "p", "pump-1", "H", "", ALL));
		assertTrue(files.containsKey("a-b-c.launch"), files.keySet().toString());
		assertTrue(files.get("README.md").contains("`a-b-c.launch`"), files.get("README.md"));
	}

	@Test
	void theSdkIsThatOfTheConformanceTests() throws Exception {
		assertTrue(files(program(ALL)).get("pom.xml").contains("<artifactId>iot-device-client</artifactId>\n      <version>2.5.0</version>"));
	}

	@Test
	void librariesAreThoseOfMavenOnlyWhereEclipseKnowsIt() throws Exception {
		assertEquals(5, xml(program(ALL).classpath(true).text()).getElementsByTagName("classpathentry").getLength());
		assertFalse(program(ALL).classpath(false).text().contains("m2e"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "device", "com.example.device", "a1._b.C_2" })
	void aPackageCanBeCalledSo(String name) {
		assertTrue(JavaPackages.isPossible(name));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ".", "com.", ".com", "com..example", "1com", "com.new", "com.example.ger\u00E4t", "a b", "a-b", "java", "java.util", "_",
			"a/b" })
	void aPackageCannotBeCalledSo(String name) {
		assertFalse(JavaPackages.isPossible(name));
	}
}
