// SPDX-License-Identifier: EPL-2.0
package iothubtools.conformance.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** docs/conformance.md says what the tests before this one showed, and leaves out no operation of contract or SDKs. */
@Order(Integer.MAX_VALUE)
class ConformancePageTest {

	/** Where the section begins that tests/iothubtools.conformance.node writes. */
	private static final String NODE = "\n## Microsoft's SDKs for Node.js\n";

	@Test
	void everyTestWithRowsPassed() throws Exception {
		Set<String> missing = texts(TestClasses.rows());
		missing.removeAll(texts(ConformanceTable.proved()));
		assertEquals(Set.of(), missing, "rows whose tests did not pass");
	}

	@Test
	void everyRowNamesAMethodOfTheSdk() {
		for (Row row : ConformanceTable.proved()) {
			assertTrue(row.sdk() == void.class || Stream.of(row.sdk().getMethods())
					.anyMatch(method -> Modifier.isPublic(method.getModifiers()) && method.getName().equals(row.call())), call(row));
		}
	}

	@Test
	void thePageSaysSo() throws Exception {
		Path page = Path.of(System.getProperty("iothubtools.root"), "docs", "conformance.md");
		String text = Files.exists(page) ? Files.readString(page) : "";
		int end = text.contains(NODE) ? text.indexOf(NODE) : text.length();
		String now = ConformancePage.of(ConformanceTable.proved());
		if (Boolean.getBoolean("conformance.write")) {
			Files.writeString(page, now + text.substring(end));
		} else {
			assertEquals(now, text.substring(0, end), "docs/conformance.md is not what ran; -Dconformance.write=true writes it");
		}
	}

	private static Set<String> texts(Iterable<Row> rows) {
		Set<String> texts = new TreeSet<>();
		rows.forEach(row -> texts.add(row.toString()));
		return texts;
	}

	private static String call(Row row) {
		return row.sdk().getSimpleName() + '.' + row.call();
	}
}
