// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.project;

import java.util.Set;
import java.util.stream.Stream;

/** Names of Java packages, for projects that are made where no Java tools are installed. */
public final class JavaPackages {

	private static final Set<String> RESERVED = Set.of("abstract", "assert", "boolean", "break", "byte", "case", "catch", "char", "class", "const",
			"continue", "default", "do", "double", "else", "enum", "extends", "false", "final", "finally", "float", "for", "goto", "if", "implements",
			"import", "instanceof", "int", "interface", "long", "native", "new", "null", "package", "private", "protected", "public", "return", "short",
			"static", "strictfp", "super", "switch", "synchronized", "this", "throw", "throws", "transient", "true", "try", "void", "volatile", "while",
			"_");

	private JavaPackages() {
	}

	/**
	 * Whether a program can be in a package of this name. It has ASCII letters only: a folder is called so, and not every system writes others in
	 * the same way. {@code java} is Java's own.
	 */
	public static boolean isPossible(String name) {
		return !name.equals("java") && !name.startsWith("java.") && Stream.of(name.split("\\.", -1)).allMatch(JavaPackages::isPart);
	}

	private static boolean isPart(String part) {
		return part.matches("[A-Za-z_][A-Za-z0-9_]*") && !RESERVED.contains(part);
	}
}
