#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# org.eclipse.core.jobs 3.15.300 and 3.15.800 (Maven Central, of Eclipse 4.32 and 4.39): Job.schedule() waits for another thread's listener.
#
# Guess:  schedule() puts the job into a queue and comes back at once, whatever the job's listeners are doing. (A listener that is slow
#         delays the thread that calls it, which is the job's own.)
# Seen:   events of one job are told one after another. While a done() listener of the job is still at work on the worker's thread,
#         schedule() of the same job, called on any other thread, stands still until it returns, for three seconds
#         at most, after which an error is logged, "IJobChangeListener timeout detected. Possible deadlock", and it goes on. A caller that
#         holds a lock which the listener wants (a view that reschedules its own refresh, say) freezes the UI thread for that time.
# Way out: never schedule or cancel a job with a lock that one of its listeners takes; change the state with the lock, schedule without.
#
# Needs a JDK of 17 or newer and any Maven; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >Run.java <<'JAVA'
import java.util.concurrent.CountDownLatch;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.internal.runtime.RuntimeLog;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;

public class Run {
	public static void main(String[] arguments) throws Exception {
		Object lock = new Object();
		CountDownLatch ending = new CountDownLatch(1);
		Job job = new Job("refresh") {
			@Override
			protected IStatus run(IProgressMonitor monitor) {
				return Status.OK_STATUS;
			}
		};
		job.addJobChangeListener(new JobChangeAdapter() {
			@Override
			public void done(IJobChangeEvent event) {
				ending.countDown();
				synchronized (lock) {
					// what a listener does with what the job found
				}
			}
		});
		String[] logged = { "" };
		RuntimeLog.addLogListener((status, bundle) -> logged[0] += status.getException() == null ? status.getMessage()
				: status.getException().getMessage());
		long millis;
		synchronized (lock) {
			job.schedule();
			ending.await();
			long begin = System.nanoTime();
			job.schedule();
			millis = (System.nanoTime() - begin) / 1_000_000;
		}
		System.out.println("schedule() took " + millis / 100 / 10.0 + " s; logged: " + logged[0].lines().findFirst().orElse("nothing"));
		if (millis < 2_500 || millis > 10_000 || !logged[0].contains("IJobChangeListener timeout")) {
			throw new AssertionError("this has changed: " + millis + " ms");
		}
		System.exit(0);
	}
}
JAVA
for version in 3.15.300 3.15.800; do
  cat >pom.xml <<XML
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>org.eclipse.platform</groupId><artifactId>org.eclipse.core.jobs</artifactId><version>$version</version></dependency>
<dependency><groupId>org.eclipse.platform</groupId><artifactId>org.eclipse.osgi</artifactId><version>3.22.0</version></dependency>
</dependencies></project>
XML
  mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath
  echo "$version"
  java -cp "$(cat classpath)" Run.java
done
echo "as described"
