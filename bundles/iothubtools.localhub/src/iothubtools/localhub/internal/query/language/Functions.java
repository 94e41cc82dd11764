// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query.language;

import java.util.List;
import java.util.Locale;

/** The functions of conditions by name, in any case; those of message routing, with an underscore, are not among them. */
public final class Functions {

	private Functions() {
	}

	/** @throws NoQueryException when there is no such function or it takes other arguments */
	public static Expression call(String name, List<Expression> arguments) {
		switch (name.toUpperCase(Locale.ROOT)) {
		case "IS_DEFINED":
			if (arguments.size() == 1 && arguments.get(0) instanceof Attribute attribute) {
				return new IsDefined(attribute);
			}
			break;
		case "STARTSWITH":
			return text(TextFunction.Kind.STARTS_WITH, arguments);
		case "ENDSWITH":
			return text(TextFunction.Kind.ENDS_WITH, arguments);
		default:
			break;
		}
		throw new NoQueryException("no function " + name + " of " + arguments.size());
	}

	private static Expression text(TextFunction.Kind kind, List<Expression> arguments) {
		if (arguments.size() != 2) {
			throw new NoQueryException(kind + " of " + arguments.size());
		}
		return new TextFunction(kind, arguments.get(0), arguments.get(1));
	}
}
