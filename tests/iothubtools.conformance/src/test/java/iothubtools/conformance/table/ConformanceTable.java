// SPDX-License-Identifier: EPL-2.0
package iothubtools.conformance.table;

import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Keeps the rows whose tests passed. A test that declares an error must have compared it with the one it saw: it takes
 * {@link ExpectedError} as a parameter.
 */
public final class ConformanceTable implements AfterTestExecutionCallback, ParameterResolver {

	private static final Set<Row> PROVED = new LinkedHashSet<>();
	private static final ExtensionContext.Namespace SPACE = ExtensionContext.Namespace.create(ConformanceTable.class);

	/** The rows whose tests passed so far. */
	public static Set<Row> proved() {
		return Set.copyOf(PROVED);
	}

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
		return parameter.getParameter().getType() == ExpectedError.class;
	}

	@Override
	public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
		List<String> errors = rows(test.getRequiredTestMethod()).stream().map(Row::error).distinct().toList();
		if (errors.size() != 1) {
			throw new IllegalStateException("The rows of a test declare one error, not " + errors);
		}
		ExpectedError error = new ExpectedError(errors.get(0));
		test.getStore(SPACE).put(ExpectedError.class, error);
		return error;
	}

	@Override
	public void afterTestExecution(ExtensionContext test) {
		if (test.getExecutionException().isPresent()) {
			return;
		}
		ExpectedError expected = test.getStore(SPACE).get(ExpectedError.class, ExpectedError.class);
		for (Row row : rows(test.getRequiredTestMethod())) {
			if (!row.error().isEmpty() && (expected == null || !expected.wasSeen())) {
				throw new AssertionError("The test passed without comparing the error it declares: " + row.error());
			}
			PROVED.add(row);
		}
	}

	static List<Row> rows(Method test) {
		return List.of(test.getAnnotationsByType(Row.class));
	}
}
