#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# cron-utils 9.2.1 (Maven Central) beside croner 11.0.1 and cron-parser 5.10.6 (npm): what is due in the hour that clocks leave out is not done.
#
# Guess:  "0 2 * * 0", Sundays at 2, runs on 29 March 2026 in Berlin too, where clocks go from 2 to 3: at 3, as cron does it and as
#         java.time resolves 02:00 of that day.
# Seen:   nextExecution from the day before is 5 April: the week is left out, without an error, in the cron types UNIX, QUARTZ and SPRING alike, and
#         countExecutions and lastExecution know of none either. A job of every night is left out for that night. As clocks change on Sundays in
#         many countries, a weekly update or backup at 2 is hit each spring. Both libraries of JavaScript give 3 o'clock; of 02:30
#         croner makes 3:00 and cron-parser 3:30. In autumn, with two hours of 2 o'clock, all three run once.
# Way out: schedules in UTC, or at an hour that every day has.
#
# Needs Node.js 18 or newer, npm, a JDK of 17 or newer and any Maven; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund croner@11.0.1 cron-parser@5.10.6
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>com.cronutils</groupId><artifactId>cron-utils</artifactId><version>9.2.1</version></dependency>
<dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.17</version></dependency>
</dependencies></project>
XML
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath
cat >Run.java <<'JAVA'
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.ZoneId;
import java.time.ZonedDateTime;

public class Run {
	private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

	public static void main(String[] arguments) {
		ZonedDateTime saturday = at(28, 12);
		System.out.println("java.time: 02:00 of the day is " + at(29, 2));
		expect(next(CronType.UNIX, "0 2 * * 0", saturday), "2026-04-05T02:00");
		expect(next(CronType.QUARTZ, "0 0 2 ? * 1", saturday), "2026-04-05T02:00");
		expect(next(CronType.SPRING, "0 0 2 * * 0", saturday), "2026-04-05T02:00");
		expect(next(CronType.UNIX, "0 2 * * *", saturday), "2026-03-30T02:00");
		expect(next(CronType.UNIX, "0 3 * * 0", saturday), "2026-03-29T03:00");
		ExecutionTime weekly = time(CronType.UNIX, "0 2 * * 0");
		int count = weekly.countExecutions(saturday, at(31, 0));
		String last = weekly.lastExecution(at(29, 12)).get().toString();
		System.out.println("executions until 31 March: " + count + ", the last one on Sunday noon: " + last);
		if (count != 0 || !last.startsWith("2026-03-22") || at(29, 2).getHour() != 3) {
			throw new AssertionError("this has changed");
		}
		ZonedDateTime autumn = ZonedDateTime.of(2026, 10, 24, 12, 0, 0, 0, BERLIN);
		int twice = time(CronType.UNIX, "0 2 * * 0").countExecutions(autumn, autumn.plusDays(2));
		System.out.println("executions in autumn: " + twice);
		if (twice != 1) {
			throw new AssertionError("this has changed");
		}
	}

	private static ZonedDateTime at(int day, int hour) {
		return ZonedDateTime.of(2026, 3, day, hour, 0, 0, 0, BERLIN);
	}

	private static ExecutionTime time(CronType type, String expression) {
		return ExecutionTime.forCron(new CronParser(CronDefinitionBuilder.instanceDefinitionFor(type)).parse(expression));
	}

	private static String next(CronType type, String expression, ZonedDateTime after) {
		String next = time(type, expression).nextExecution(after).get().toString();
		System.out.println(type + " \"" + expression + "\" after " + after + ": " + next);
		return next;
	}

	private static void expect(String seen, String expected) {
		if (!seen.startsWith(expected)) {
			throw new AssertionError("this has changed");
		}
	}
}
JAVA
java -cp "$(cat classpath)" Run.java
cat >run.js <<'JS'
const assert = require('node:assert');
const { Cron } = require('croner');
const { CronExpressionParser } = require('cron-parser');

const tz = 'Europe/Berlin';
const croner = (expression, from, count) => new Cron(expression, { timezone: tz, paused: true }).nextRuns(count, from).map(date => date.toISOString());
function parser(expression, currentDate, count) {
  const dates = CronExpressionParser.parse(expression, { currentDate, tz });
  return Array.from({ length: count }, () => dates.next().toISOString());
}
const spring = '2026-03-28T12:00:00Z';
const autumn = '2026-10-24T12:00:00Z';
console.log('0 2 * * 0: croner', croner('0 2 * * 0', spring, 1), 'cron-parser', parser('0 2 * * 0', spring, 1));
console.log('30 2 * * 0: croner', croner('30 2 * * 0', spring, 1), 'cron-parser', parser('30 2 * * 0', spring, 1));
// 3 o'clock of summer time is 1 o'clock UTC
assert.deepStrictEqual(croner('0 2 * * 0', spring, 1), ['2026-03-29T01:00:00.000Z'], 'this has changed');
assert.deepStrictEqual(parser('0 2 * * 0', spring, 1), ['2026-03-29T01:00:00.000Z'], 'this has changed');
assert.deepStrictEqual(croner('30 2 * * 0', spring, 1), ['2026-03-29T01:00:00.000Z'], 'this has changed');
assert.deepStrictEqual(parser('30 2 * * 0', spring, 1), ['2026-03-29T01:30:00.000Z'], 'this has changed');
for (const dates of [croner('0 2 * * 0', autumn, 2), parser('0 2 * * 0', autumn, 2)]) {
  assert.deepStrictEqual(dates.map(date => date.slice(0, 10)), ['2026-10-25', '2026-11-01'], 'this has changed');
}
JS
node run.js
echo "as described"
