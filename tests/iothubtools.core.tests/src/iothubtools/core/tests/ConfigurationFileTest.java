// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.eclipse.core.runtime.CoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import iothubtools.client.configurations.Configuration;
import iothubtools.core.configurations.ConfigurationCopy;
import iothubtools.core.configurations.ConfigurationFile;
import iothubtools.core.configurations.ConfigurationSource;
import iothubtools.core.configurations.ListConfigurationsOperation;
import iothubtools.core.status.FileReason;

/** Configurations of a file that are made at a local hub, and the other way round. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ConfigurationFileTest extends WithConfigurations {

	@TempDir
	Path folder;

	@Test
	void aFileHoldsThemAndIsReadAgain() throws Exception {
		make(source.connection, CHILL, EDGE);
		Path file = folder.resolve("configurations.json");
		ConfigurationFile.write(file, run(new ListConfigurationsOperation(source.connection)));
		String text = Files.readString(file);
		assertTrue(text.contains("\"priority\": 7") && !text.contains("etag") && !text.contains("systemMetrics"), text);
		ConfigurationCopy copy = copy(new ConfigurationSource.File(file), false);
		assertEquals(2, copy.check(null).items().size());
		copy.run(null);
		assertEquals(CHILL, there("chill").anew());
		assertEquals(EDGE.anew(), there("edge").anew());
	}

	@Test
	void whatOtherToolsWriteIsRead() throws Exception {
		Path file = folder.resolve("cli.json");
		Files.writeString(file, "\uFEFF{\"id\":\"edge\",\"etag\":\"MQ==\",\"content\":{\"deviceContent\":null,\"moduleContent\":null,\"modulesContent\":"
				+ "{\"$edgeAgent\":{\"properties.desired\":{}}}},\"labels\":null,\"metrics\":{\"queries\":{},\"results\":{}},\"priority\":10,"
				+ "\"schemaVersion\":null,\"targetCondition\":\"*\"}");
		ConfigurationCopy copy = copy(new ConfigurationSource.File(file), false);
		assertEquals(List.of("edge DONE"), outline(copy.check(null)));
		assertEquals(List.of("edge DONE"), outline(copy.run(null)));
		assertEquals(EDGE.anew(), there("edge").anew());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "{\"id\":\"a\"|line 1 is no JSON", "[]|there is no configuration in it",
			"''|there is no configuration in it", "'\uFEFF \n'|there is no configuration in it", "3|there is no configuration in it",
			"[@,{\"x\":1}]|entry 2 is no configuration", "[@,3]|entry 2 is no configuration", "[@,@]|a is in it twice",
			"[{\"id\":\"A b\"}]|in entry 1, A b, id is missing or none that a hub takes",
			"[{\"id\":\"a\"}]|in entry 1, a, content is missing", "{\"id\":\"a\",\"content\":\"{}\"}|in entry 1, a, content is",
			"{\"id\":\"a\",\"content\":{\"deviceContent\":null}}|in entry 1, a, content is" })
	void whatIsWrongWithAFileIsSaid(String text, String why) throws Exception {
		assertRefused(Files.writeString(folder.resolve("wrong.json"), text.replace("@", "{\"id\":\"a\",\"content\":{\"deviceContent\":{}}}")), why);
	}

	private void assertRefused(Path file, String why) {
		CoreException failure = assertThrows(CoreException.class, () -> copy(new ConfigurationSource.File(file), false).check(null));
		assertTrue(failure.getMessage().startsWith("The configurations of " + file + " cannot be read: " + why), failure.getMessage());
	}

	/** Nothing is made that is not what the file says. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "\"priority\":\"high\"|priority", "\"priority\":1.5|priority", "\"priority\":4294967299|priority",
			"\"priority\":-1|priority", "\"priority\":[]|priority", "\"targetCondition\":5|targetCondition", "\"labels\":[]|labels",
			"\"labels\":{\"a\":{}}|labels", "\"metrics\":\"\"|metrics", "\"metrics\":{\"queries\":{\"q\":[]}}|metrics.queries" })
	void aMemberThatCannotBeTakenIsNotLeftOutWithoutAWord(String member, String name) throws Exception {
		Path file = Files.writeString(folder.resolve("wrong.json"), "{\"id\":\"a\",\"content\":{\"deviceContent\":{}}," + member + "}");
		assertRefused(file, "in entry 1, a, " + name + " is missing or none that a hub takes");
	}

	@Test
	void whatIsNoTextOrNoFileIsToldInWords() throws Exception {
		assertRefused(Files.writeString(folder.resolve("wide.json"), "\uFEFF[]", StandardCharsets.UTF_16LE), "it is no text in UTF-8");
		assertRefused(folder, folder + " is a folder.");
		assertRefused(folder.resolve("none.json"), folder.resolve("none.json") + " is not there.");
	}

	@Test
	void anEmptyFolderIsNotReplacedByAFile() throws Exception {
		Path place = Files.createDirectory(folder.resolve("configurations.json"));
		IOException failure = assertThrows(IOException.class, () -> ConfigurationFile.write(place, List.of(CHILL)));
		assertEquals(place + " is a folder.", FileReason.of(failure));
		assertTrue(Files.isDirectory(place));
	}

	@Test
	void oneWithAnIdThatNoHubWouldTakeTodayIsExportedAllTheSame() throws Exception {
		Path file = folder.resolve("configurations.json");
		ConfigurationFile.write(file, List.of(Configuration.parse("{\"id\":\"Old.One\",\"content\":{\"deviceContent\":{}}}")));
		assertTrue(Files.readString(file).contains("\"Old.One\""));
	}
}
