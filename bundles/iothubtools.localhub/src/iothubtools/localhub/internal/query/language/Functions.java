// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query.language;

import java.util.List;
import java.util.Locale;

import iothubtools.localhub.internal.query.grammar.ParseException;

/** The functions of conditions by name, in any case; those of message routing, with an underscore, are not among them. */
public final class Functions {

	private Functions() {
	}

	/** @throws ParseException when there is no such function or it takes other arguments */
	public static Expression call(String name, List<Expression> arguments) throws ParseException {
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
		throw new ParseException("no function " + name + " of " + arguments.size());
	}

	private static Expression text(TextFunction.Kind kind, List<Expression> arguments) throws ParseException {
		if (arguments.size() != 2) {
			throw new ParseException(kind + " of " + arguments.size());
		}
		return new TextFunction(kind, arguments.get(0), arguments.get(1));
	}
}
