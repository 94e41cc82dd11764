#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# h2-mvstore 2.4.240 (Maven Central): an open cursor does not keep the pages it is going to read.
#
# Guess:  MVMap is said to be multi-version: a cursor sees the map as it was when the cursor was opened, however long it takes and whatever
#         is written meanwhile.
# Seen:   that holds for the pages in memory only. While the cursor rests, others write, the chunks its pages lie in become old, are
#         compacted and their space is written anew; the cursor then ends with an MVStoreException (code 9, "Chunk … not found") in the middle.
#         The time for which old chunks are safe is the retention time, 45 seconds by default; here it is 0, so that nobody has to wait.
# Way out: read some entries at a time, each time with a new cursor from the last key on.
#
# Needs a JDK of 17 or newer and any Maven; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy -DoutputDirectory=. -Dartifact=com.h2database:h2-mvstore:2.4.240
cat >Run.java <<'JAVA'
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

public class Run {
	public static void main(String[] arguments) {
		try (MVStore store = new MVStore.Builder().fileName("s.mv").cacheSize(0).autoCommitDisabled().open()) {
			store.setRetentionTime(0);
			MVMap<Integer, String> map = store.openMap("m");
			for (int i = 0; i < 100_000; i++) {
				map.put(i, "value " + i);
			}
			store.commit();
			Cursor<Integer, String> cursor = map.cursor(0);
			int read = 0;
			String end = "nothing";
			for (; read < 1000; read++) {
				cursor.next();
			}
			for (int round = 0; round < 20; round++) {
				for (int i = 0; i < 100_000; i += 7) {
					map.put(i, "changed " + round);
				}
				store.commit();
				store.compact(95, 16 * 1024 * 1024);
			}
			try {
				while (cursor.hasNext()) {
					cursor.next();
					read++;
				}
			} catch (MVStoreException e) {
				end = "code " + e.getErrorCode() + (e.getMessage().matches("(?s)Chunk \\d+ not found.*") ? ", Chunk not found" : e.getMessage());
			}
			System.out.println("read " + read + " of 100000, then: " + end);
			if (!end.equals("code 9, Chunk not found")) {
				throw new AssertionError("this has changed");
			}
		}
	}
}
JAVA
java -cp h2-mvstore-2.4.240.jar Run.java
echo "as described"
