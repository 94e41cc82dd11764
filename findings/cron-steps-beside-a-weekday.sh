#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# croner 11.0.1, cron-parser 5.10.6 and cron 4.4.0 (npm), cron-utils 9.2.1 and javacron 1.4.0 (Maven Central): "0 0 */2 * 1" is due on two days
# of a month, or on eighteen.
#
# Guess:  five libraries that take five fields as cron has them agree on when a line of a crontab is due. That a day of the month and a weekday are
#         joined by "or" where both are given is known: "0 0 1 * 1" is each first and each Monday, in all five.
# Seen:   cron itself, Vixie's that Debian has (3.0pl1) and cronie, joins them by "and" where one begins with a "*" (entry.c), and so does
#         javacron: "0 0 */2 * 1" is the Mondays on odd days. The other four take */2 for a list, and join it by "or": every odd day
#         and every Monday. A job that goes from a crontab to one of these, or the other way, runs nine times as often, or hardly ever. With
#         1-31/2, which means the same days, all five say "or".
# Way out: never restrict both; ask for the weekday in the program that is run.
#
# Needs Node.js 18 or newer, npm, a JDK of 17 or newer and any Maven; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund croner@11.0.1 cron-parser@5.10.6 cron@4.4.0
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>com.cronutils</groupId><artifactId>cron-utils</artifactId><version>9.2.1</version></dependency>
<dependency><groupId>com.asahaf.javacron</groupId><artifactId>javacron</artifactId><version>1.4.0</version></dependency>
<dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.16</version></dependency>
</dependencies></project>
XML
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath
cat >run.js <<'JS'
const assert = require('node:assert');
const { Cron } = require('croner');
const { CronExpressionParser } = require('cron-parser');
const { CronTime } = require('cron');
const start = new Date('2025-12-31T12:00:00Z');
const libraries = {
  'croner': line => { const cron = new Cron(line, { timezone: 'UTC' }); return after => cron.nextRun(after); },
  'cron-parser': line => after => CronExpressionParser.parse(line, { currentDate: after, tz: 'UTC' }).next().toDate(),
  'cron': line => { const time = new CronTime(line, 'UTC'); return after => time.getNextDateFrom(after, 'UTC').toJSDate(); },
};

/** How often it is due in January 2026. */
function times(next) {
  let count = 0;
  for (let due = next(start); due < new Date('2026-02-01T00:00:00Z'); due = next(due)) {
    count++;
  }
  return count;
}

for (const [name, library] of Object.entries(libraries)) {
  const counts = ['0 0 1 * 1', '0 0 */2 * 1', '0 0 1-31/2 * 1'].map(line => times(library(line)));
  console.log(name, ...counts);
  assert.deepStrictEqual(counts, [5, 18, 18], 'this has changed');
}
JS
node run.js
cat >Run.java <<'JAVA'
import com.asahaf.javacron.Schedule;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

public class Run {
	private static final Instant START = Instant.parse("2025-12-31T12:00:00Z");
	private static final Instant END = Instant.parse("2026-02-01T00:00:00Z");

	public static void main(String[] arguments) throws Exception {
		CronParser parser = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));
		StringBuilder seen = new StringBuilder();
		for (String line : List.of("0 0 1 * 1", "0 0 */2 * 1", "0 0 1-31/2 * 1")) {
			ExecutionTime time = ExecutionTime.forCron(parser.parse(line));
			Schedule schedule = Schedule.create(line);
			seen.append(" ").append(times(after -> time.nextExecution(after.atZone(ZoneOffset.UTC)).orElseThrow().toInstant()));
			seen.append("/").append(times(after -> schedule.next(Date.from(after)).toInstant()));
		}
		System.out.println("cron-utils/javacron" + seen);
		if (!seen.toString().equals(" 5/5 18/2 18/18")) {
			throw new AssertionError("this has changed");
		}
	}

	private static long times(UnaryOperator<Instant> next) {
		return Stream.iterate(next.apply(START), next).takeWhile(due -> due.isBefore(END)).count();
	}
}
JAVA
java -Duser.timezone=UTC -cp "$(cat classpath)" Run.java
echo "as described"
