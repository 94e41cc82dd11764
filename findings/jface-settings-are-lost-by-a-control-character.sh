#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# org.eclipse.jface 3.34.0 and 3.39.100 (Maven Central, of Eclipse 4.32 and 4.39): one control character in one value, and all settings
# are gone.
#
# Guess:  DialogSettings keeps any String that put() takes, as it does with quotes, ampersands and line ends; or save() refuses it.
# Seen:   save() writes a character below U+0020, such as the escape of a coloured log line or the NUL at the end of a C string, as it is, which
#         XML 1.0 does not have. load() of that file throws nothing: it prints to standard error, and leaves the settings without any value,
#         those of other sections, which have nothing to do with it, too. Saved again, as the workbench does when it ends, they are empty for
#         good. A plug-in has one such file for all its dialogs, so that a message sent once costs every dialog its memory.
# Way out: put() only text without characters below U+0020 other than tab and line ends: escape it before, or drop what is not valid.
#
# Needs a JDK of 21 or newer and any Maven; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >Run.java <<'JAVA'
import java.io.StringReader;
import java.io.StringWriter;
import org.eclipse.jface.dialogs.DialogSettings;

public class Run {
	public static void main(String[] arguments) throws Exception {
		for (String sent : new String[] { "\"on\" & <off>\r\n\t", "on\u001b[0m", "on\u0000" }) {
			DialogSettings settings = new DialogSettings("plug-in");
			settings.put("answer", 42);
			settings.addNewSection("export").put("columns", "id,status");
			settings.addNewSection("send").put("message", sent);
			StringWriter file = new StringWriter();
			settings.save(file);
			DialogSettings loaded = new DialogSettings("plug-in");
			loaded.load(new StringReader(file.toString()));
			boolean kept = loaded.getSection("send") != null && sent.equals(loaded.getSection("send").get("message"))
					&& "42".equals(loaded.get("answer")) && "id,status".equals(loaded.getSection("export").get("columns"));
			StringWriter next = new StringWriter();
			loaded.save(next);
			boolean lost = loaded.get("answer") == null && loaded.getSections().length == 0 && !next.toString().contains("item");
			System.out.println(sent.replaceAll("\\p{Cntrl}", "?") + ": " + (kept ? "all is kept" : lost ? "all is lost" : "something else"));
			if (sent.chars().anyMatch(c -> c == 0x1b || c == 0) ? !lost : !kept) {
				throw new AssertionError("this has changed");
			}
		}
	}
}
JAVA
for version in 3.34.0 3.39.100; do
  cat >pom.xml <<XML
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>org.eclipse.platform</groupId><artifactId>org.eclipse.jface</artifactId><version>$version</version></dependency>
</dependencies></project>
XML
  mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath
  echo "$version"
  java -cp "$(cat classpath)" Run.java
done
echo "as described"
