// SPDX-License-Identifier: EPL-2.0
package iothubtools.install.tests;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The packages that a compiler has to see for a source file. */
final class NamedPackages {

	private static final Pattern OWN = Pattern.compile("^package ([\\w.]+);", Pattern.MULTILINE);
	/** Packages begin with a small letter, types with a capital; what follows is a member. */
	private static final Pattern IMPORT = Pattern.compile("^import (?:static )?((?:[a-z]\\w*\\.)+)(?:\\*|(\\w+)(?:\\.([\\w.*]+))?);", Pattern.MULTILINE);
	private static final Set<String> JDK = ModuleLayer.boot().modules().stream().flatMap(module -> module.getPackages().stream()).collect(Collectors.toSet());
	private static final String JUNIT = "org.junit.jupiter.";

	private NamedPackages() {
	}

	static String itsOwn(Path source) {
		Matcher own = OWN.matcher(Checkout.read(source));
		return own.find() ? own.group(1) : "";
	}

	/** Those of its imports, and those of what JUnit's methods take, give and throw; none of the JDK, which OSGi lets Eclipse's bundles see. */
	static Stream<String> of(Path source) {
		String text = Checkout.read(source);
		return IMPORT.matcher(text).results()
				.flatMap(found -> Stream.concat(Stream.of(found.group(1).substring(0, found.group(1).length() - 1)), ofCalls(found, text)))
				.filter(name -> !JDK.contains(name)).distinct();
	}

	/**
	 * Which types a method has is in no import, and that it throws one is not even in a class file that calls it: {@code Assumptions} throws what is of
	 * another package. JUnit's can be looked at here, as these tests are made with it.
	 */
	private static Stream<String> ofCalls(MatchResult imported, String text) {
		String type = imported.group(1) + imported.group(2);
		if (!type.startsWith(JUNIT)) {
			return Stream.of();
		}
		Stream<Method> methods;
		try {
			methods = Arrays.stream(Class.forName(type).getMethods());
		} catch (ClassNotFoundException e) {
			return Stream.of();
		}
		return methods.filter(method -> method.getName().equals(imported.group(3)) || text.contains(imported.group(2) + '.' + method.getName() + '('))
				.flatMap(method -> Stream.of(method.getParameterTypes(), method.getExceptionTypes(), new Class<?>[] { method.getReturnType() }))
				.flatMap(Arrays::stream).map(NamedPackages::element).filter(each -> !each.isPrimitive()).map(Class::getPackageName);
	}

	private static Class<?> element(Class<?> type) {
		return type.isArray() ? element(type.getComponentType()) : type;
	}
}
