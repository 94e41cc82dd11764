#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# org.eclipse.core.databinding 1.13.700 (Maven Central, Eclipse's data binding): 21.5 typed in German is 215, and a
# number that is only shown is rounded.
#
# Guess:  the separator of the other language is refused, and the user is told, as of letters; what UpdateValueStrategy shows of a Double is all of
#         it, so that leaving the field unchanged leaves the model unchanged.
# Seen:   on a German machine "21.5" is 215, and on an American one "21,5" is 215, as Double, Integer and BigDecimal alike, without an error: the one
#         character is taken for a separator of thousands, wherever it stands, "1,2,3" is 123. (In French and in the German of Switzerland,
#         where thousands are set apart otherwise, it is an error.) The other way 48.137154, a latitude, is shown as 48.137, and 0.0004 as 0;
#         whatever makes the binding read the field again puts that into the model: 17 m further south, and nothing.
# Way out: a NumberFormat of one's own, with setGroupingUsed(false) and setMaximumFractionDigits(340), given to both StringToNumberConverter
#         and NumberToStringConverter.
#
# Needs a JDK of 17 or newer and any Maven; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>org.eclipse.platform</groupId><artifactId>org.eclipse.core.databinding</artifactId><version>1.13.700</version></dependency>
</dependencies></project>
XML
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath
cat >Run.java <<'JAVA'
import java.text.NumberFormat;
import java.util.Locale;
import org.eclipse.core.databinding.DataBindingContext;
import org.eclipse.core.databinding.conversion.IConverter;
import org.eclipse.core.databinding.conversion.text.NumberToStringConverter;
import org.eclipse.core.databinding.conversion.text.StringToNumberConverter;
import org.eclipse.core.databinding.observable.Realm;
import org.eclipse.core.databinding.observable.value.WritableValue;

public class Run {
	public static void main(String[] arguments) {
		expect(Locale.GERMANY, "21.5", "215.0", "215", "215");
		expect(Locale.US, "21,5", "215.0", "215", "215");
		expect(Locale.US, "1,2,3", "123.0", "123", "123");
		expect(Locale.FRANCE, "21.5", "refused", "refused", "refused");
		expect(new Locale("de", "CH"), "21,5", "refused", "refused", "refused");
		expect(Locale.US, "21.5", "21.5", "refused", "21.5");
		Locale.setDefault(Locale.US);
		same("0.0004 is shown as", NumberToStringConverter.fromDouble(true).convert(0.0004), "0");
		new Own().run();
		NumberFormat plain = NumberFormat.getInstance();
		plain.setGroupingUsed(false);
		plain.setMaximumFractionDigits(340);
		same("with a format of one's own, 21,5", read(StringToNumberConverter.toDouble(plain, true), "21,5"), "refused");
		same("with a format of one's own, 48.137154", NumberToStringConverter.fromDouble(plain, true).convert(48.137154), "48.137154");
	}

	/** A field and a model, bound as everybody does; no display is needed for that. */
	private static final class Own extends Realm {
		@Override
		public boolean isCurrent() {
			return true;
		}

		void run() {
			WritableValue<String> field = new WritableValue<>(this, "", String.class);
			WritableValue<Double> model = new WritableValue<>(this, 48.137154, Double.class);
			var binding = new DataBindingContext(this).bindValue(field, model);
			same("the field shows", field.getValue(), "48.137");
			binding.updateTargetToModel();
			same("the model, after the field was read unchanged", model.getValue(), 48.137);
		}
	}

	private static void expect(Locale locale, String text, String... expected) {
		Locale.setDefault(locale);
		same(locale + ", Double of " + text, read(StringToNumberConverter.toDouble(true), text), expected[0]);
		same(locale + ", Integer of " + text, read(StringToNumberConverter.toInteger(true), text), expected[1]);
		same(locale + ", BigDecimal of " + text, read(StringToNumberConverter.toBigDecimal(), text), expected[2]);
	}

	private static String read(IConverter<Object, ?> converter, String text) {
		try {
			return converter.convert(text).toString();
		} catch (IllegalArgumentException e) {
			return "refused";
		}
	}

	private static void same(String what, Object seen, Object expected) {
		System.out.println(what + ": " + seen);
		if (!seen.equals(expected)) {
			throw new AssertionError("this has changed");
		}
	}
}
JAVA
java -cp "$(cat classpath)" Run.java
echo "as described"
