#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# azure-messaging-eventhubs-checkpointstore-jedis 1.0.0-beta.1 (Maven Central, Microsoft's store of checkpoints in Redis for the event
# processor for Java): two processors own the same partition.
#
# Guess:  claimOwnership gives a partition to the first processor that asks, lists it at once for the others, and refuses who comes with the
#         etag of a while ago, as the store in blobs does; the time of a claim is in milliseconds since 1970, as PartitionOwnership says.
# Seen:   until a partition has its first checkpoint, listOwnership does not know that it is claimed, and a second processor's claim of it
#         succeeds too. Later claims succeed with any etag, which is the words "default eTag" for all. The time is in seconds, so that an owner
#         of now looks 56 years old, and every other processor may take the partition. Of a claim for several partitions only the first is
#         made. Each message so may be read by every processor there is.
# Way out: azure-messaging-eventhubs-checkpointstore-blob.
#
# Redis is the one inside embedded-redis 1.4.3, on loopback. Needs a JDK of 17 or newer and any Maven; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>com.azure</groupId><artifactId>azure-messaging-eventhubs-checkpointstore-jedis</artifactId><version>1.0.0-beta.1</version></dependency>
<dependency><groupId>com.github.codemonstur</groupId><artifactId>embedded-redis</artifactId><version>1.4.3</version></dependency>
<dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>1.7.36</version></dependency>
</dependencies></project>
XML
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath
cat >Run.java <<'JAVA'
import com.azure.messaging.eventhubs.CheckpointStore;
import com.azure.messaging.eventhubs.checkpointstore.jedis.JedisCheckpointStore;
import com.azure.messaging.eventhubs.models.Checkpoint;
import com.azure.messaging.eventhubs.models.PartitionOwnership;
import java.net.ServerSocket;
import java.util.List;
import redis.clients.jedis.JedisPool;
import redis.embedded.RedisServer;

public class Run {
	private static final String NAMESPACE = "hub.servicebus.windows.net";
	private static final String HUB = "events";
	private static final String GROUP = "$Default";

	public static void main(String[] arguments) throws Exception {
		int port;
		try (ServerSocket free = new ServerSocket(0)) {
			port = free.getLocalPort();
		}
		RedisServer redis = RedisServer.newRedisServer().port(port).bind("127.0.0.1").build();
		redis.start();
		try (JedisPool pool = new JedisPool("127.0.0.1", port)) {
			CheckpointStore store = new JedisCheckpointStore(pool);
			expect("A claims partition 0", claim(store, of("A", "0")), "A");
			expect("listed", list(store), "");
			expect("B claims partition 0", claim(store, of("B", "0")), "B");
			store.updateCheckpoint(new Checkpoint().setFullyQualifiedNamespace(NAMESPACE).setEventHubName(HUB).setConsumerGroup(GROUP)
					.setPartitionId("0").setSequenceNumber(5L)).block();
			expect("listed after a checkpoint", list(store), "B");
			expect("A claims it with an etag of a while ago", claim(store, of("A", "0").setETag("an old one")), "A");
			PartitionOwnership kept = store.listOwnership(NAMESPACE, HUB, GROUP).blockFirst();
			long years = (System.currentTimeMillis() - kept.getLastModifiedTime()) / 1000 / 60 / 60 / 24 / 365;
			System.out.println("the claim of now has the etag \"" + kept.getETag() + "\" and looks " + years + " years old");
			if (!kept.getETag().equals("default eTag") || years < 50) {
				throw new AssertionError("this has changed");
			}
			expect("C claims partitions 1 and 2", claim(store, of("C", "1"), of("C", "2")), "C");
		} finally {
			redis.stop();
		}
		System.exit(0);
	}

	private static PartitionOwnership of(String owner, String partition) {
		return new PartitionOwnership().setFullyQualifiedNamespace(NAMESPACE).setEventHubName(HUB).setConsumerGroup(GROUP)
				.setPartitionId(partition).setOwnerId(owner);
	}

	private static List<PartitionOwnership> claim(CheckpointStore store, PartitionOwnership... wanted) {
		return store.claimOwnership(List.of(wanted)).collectList().block();
	}

	private static List<PartitionOwnership> list(CheckpointStore store) {
		return store.listOwnership(NAMESPACE, HUB, GROUP).collectList().block();
	}

	private static void expect(String what, List<PartitionOwnership> answer, String owners) {
		String seen = String.join(" ", answer.stream().map(PartitionOwnership::getOwnerId).toList());
		System.out.println(what + ": " + answer.size() + " [" + seen + "]");
		if (!seen.equals(owners)) {
			throw new AssertionError("this has changed");
		}
	}
}
JAVA
java -cp "$(cat classpath)" Run.java
echo "as described"
