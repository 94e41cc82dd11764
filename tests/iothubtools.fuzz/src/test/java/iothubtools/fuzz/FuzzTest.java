// SPDX-License-Identifier: EPL-2.0
package iothubtools.fuzz;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Inputs that once broke something or show Jazzer the way, and a short look for new ones. */
class FuzzTest {

	private static final Path CORPUS = Path.of("corpus");
	private static final int SECONDS = 6;
	private static final int SEED = 1;

	@ParameterizedTest
	@EnumSource
	void noInputOfTheCorpusBreaksIt(Target target) throws IOException {
		List<Path> inputs;
		try (Stream<Path> files = Files.list(target.corpus(CORPUS))) {
			inputs = files.toList();
		}
		assertFalse(inputs.isEmpty(), "no corpus for " + target);
		for (Path input : inputs) {
			try {
				target.run(Files.readAllBytes(input));
			} catch (RuntimeException | Error e) {
				throw new AssertionError(input + " breaks " + target, e);
			}
		}
	}

	/** The same run each time, as far as threads let it be: what chance finds is found by fuzz.sh. */
	@ParameterizedTest
	@EnumSource
	void aShortRunFindsNothing(Target target, @TempDir Path work) throws Exception {
		assertNull(new Jazzer(CORPUS.toAbsolutePath(), work).run(target, SECONDS, SEED));
	}
}
