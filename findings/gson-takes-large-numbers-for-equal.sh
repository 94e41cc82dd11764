#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# gson 2.13.2 (Maven Central): two parsed documents that differ in a large number are equal.
#
# Guess:  JsonElement.equals compares what the documents say. A parsed number is kept as its text, and getAsLong, getAsBigInteger and
#         getAsBigDecimal give every digit, so two documents are equal only where the numbers are.
# Seen:   parsed numbers are compared as doubles. {"serial":9007199254740993} equals {"serial":9007199254740992}, two times in nanoseconds
#         100 ns apart are equal, and 0.1 equals 0.10000000000000000001; the hash codes are the same too. With numbers that a program put in
#         as Long, equals is exact. Who compares a twin before and after, or looks for what changed, misses the change.
# Way out: compare the texts (toString keeps every digit), or numbers by getAsBigDecimal().compareTo.
#
# Needs a JDK of 17 or newer and any Maven; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy -DoutputDirectory=. -Dartifact=com.google.code.gson:gson:2.13.2
cat >Run.java <<'JAVA'
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Set;

public class Run {
	public static void main(String[] arguments) {
		for (String[] numbers : new String[][] { { "9007199254740992", "9007199254740993" }, { "1764345600123456700", "1764345600123456800" },
				{ "0.1", "0.10000000000000000001" } }) {
			JsonElement one = JsonParser.parseString("{\"serial\":" + numbers[0] + "}");
			JsonElement other = JsonParser.parseString("{\"serial\":" + numbers[1] + "}");
			int elements = Set.copyOf(List.of(one, other)).size();
			System.out.println(one + " equals " + other + ": " + one.equals(other) + ", a set of both has " + elements);
			if (!one.equals(other) || elements != 1 || one.toString().equals(other.toString())) {
				throw new AssertionError("this has changed");
			}
		}
		JsonObject one = new JsonObject();
		one.addProperty("serial", 9007199254740992L);
		JsonObject other = new JsonObject();
		other.addProperty("serial", 9007199254740993L);
		System.out.println("put in as Long, " + one + " equals " + other + ": " + one.equals(other));
		if (one.equals(other)) {
			throw new AssertionError("this has changed");
		}
	}
}
JAVA
java -cp gson-2.13.2.jar Run.java
echo "as described"
