#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# org.eclipse.equinox.common 3.19.100 and 3.20.400 (Maven Central, of Eclipse 4.32 and 4.39): SubMonitor.split goes on after a cancel.
#
# Guess:  split() is newChild() with a look at isCanceled(), as its Javadoc says: of a monitor that is cancelled it throws
#         OperationCanceledException, and so does the first split of a SubMonitor that was just made by convert().
# Seen:   it does not look where the child takes all that the parent has: convert(monitor, 1).split(1) and the like never throw, so that a job of
#         one step runs in full after its Cancel button was pressed, and one of two steps does not. convert() does not look either. Steps too
#         small to move the bar, one of many thousands, are looked at now and then: some run after the cancel.
# Way out: SubMonitor.checkCanceled() before what shall not be begun, which throws each time.
#
# Needs a JDK of 17 or newer and any Maven; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >Run.java <<'JAVA'
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;

public class Run {
	public static void main(String[] arguments) {
		IProgressMonitor cancelled = new NullProgressMonitor();
		cancelled.setCanceled(true);
		int one = begun(SubMonitor.convert(cancelled, 1), 1);
		int two = begun(SubMonitor.convert(cancelled, 2), 2);
		int many = begun(SubMonitor.convert(cancelled, 10_000), 10_000);
		System.out.println("begun after the cancel: " + one + " step of one, " + two + " of two, " + many + " of ten thousand");
		boolean looked = false;
		try {
			SubMonitor.convert(cancelled, 1).checkCanceled();
		} catch (OperationCanceledException e) {
			looked = true;
		}
		System.out.println("checkCanceled() throws: " + looked);
		if (one != 1 || two != 0 || many < 1 || many > 100 || !looked) {
			throw new AssertionError("this has changed");
		}
	}

	private static int begun(SubMonitor monitor, int steps) {
		for (int begun = 0; begun < steps; begun++) {
			try {
				monitor.split(1);
			} catch (OperationCanceledException e) {
				return begun;
			}
		}
		return steps;
	}
}
JAVA
for version in 3.19.100 3.20.400; do
  cat >pom.xml <<XML
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>org.eclipse.platform</groupId><artifactId>org.eclipse.equinox.common</artifactId><version>$version</version></dependency>
<dependency><groupId>org.eclipse.platform</groupId><artifactId>org.eclipse.osgi</artifactId><version>3.22.0</version></dependency>
</dependencies></project>
XML
  mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath
  echo "$version"
  java -cp "$(cat classpath)" Run.java
done
echo "as described"
