#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# azure-messaging-eventhubs-checkpointstore-blob 1.21.5 (Maven Central) and @azure/eventhubs-checkpointstore-blob 2.0.0 (npm), Microsoft's stores of
# checkpoints in Azure Storage: with the consumer group $Default each has its own.
#
# Guess:  both write <namespace>/<event hub>/<consumer group>/checkpoint/<partition> with the same metadata, so that a processor in Node.js goes on
#         where the one in Java stopped, and two of them in one consumer group share the partitions.
# Seen:   JavaScript's makes small letters of all three names, Java's none: "$default" and "$Default", the name of the group that every event hub
#         and every IoT hub has, are two blobs, as names of blobs have capitals. Neither lists the other's checkpoints
#         or owners: the second begins at its initial position, and both claim all partitions, without an error. With names in small letters
#         alone, as "telemetry" in tests, each finds what the other wrote.
# Way out: consumer groups and event hubs with small letters only, and their names given so to both; never $Default for a processor.
#
# The storage is a few lines on loopback. Needs Node.js 20 or newer, npm, a JDK of 17 or newer and any Maven; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
storage=
trap '[ -z "$storage" ] || kill "$storage"; rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @azure/eventhubs-checkpointstore-blob@2.0.0 @azure/storage-blob@12.34.0
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>com.azure</groupId><artifactId>azure-messaging-eventhubs-checkpointstore-blob</artifactId><version>1.21.5</version></dependency>
<dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>1.7.36</version></dependency>
</dependencies></project>
XML
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath
cat >storage.js <<'JS'
// a container of empty blobs with metadata, as far as the two stores need it
const fs = require('node:fs');
const http = require('node:http');
const blobs = new Map();
const server = http.createServer((request, response) => {
  request.resume();
  request.on('end', () => {
    const url = new URL(request.url, 'http://127.0.0.1');
    const name = decodeURIComponent(url.pathname.replace(/^\/account\/container\/?/, ''));
    const headers = { ETag: '"1"', 'Last-Modified': new Date().toUTCString(), 'x-ms-version': '2021-12-02', 'x-ms-request-server-encrypted': 'true' };
    const answer = (status, body = '', more = {}) => {
      response.writeHead(status, { ...headers, ...more, 'Content-Length': Buffer.byteLength(body) });
      response.end(request.method === 'HEAD' ? undefined : body);
    };
    if (url.searchParams.get('comp') === 'list') {
      const found = [...blobs].filter(([each]) => each.startsWith(url.searchParams.get('prefix') || ''));
      const items = found.map(([each, metadata]) => `<Blob><Name>${each}</Name><Properties><Last-Modified>${headers['Last-Modified']}</Last-Modified>`
        + `<Etag>1</Etag></Properties><Metadata>${Object.entries(metadata).map(([key, text]) => `<${key}>${text}</${key}>`).join('')}`
        + '</Metadata></Blob>');
      answer(200, `<?xml version="1.0" encoding="utf-8"?><EnumerationResults><Blobs>${items.join('')}</Blobs><NextMarker/></EnumerationResults>`,
        { 'Content-Type': 'application/xml' });
    } else if (request.method === 'PUT' && (url.searchParams.get('comp') !== 'metadata' || blobs.has(name))) {
      const metadata = Object.entries(request.headers).filter(([key]) => key.startsWith('x-ms-meta-'));
      blobs.set(name, Object.fromEntries(metadata.map(([key, value]) => [key.substring('x-ms-meta-'.length), value])));
      answer(url.searchParams.get('comp') === 'metadata' ? 200 : 201);
    } else if (request.method === 'HEAD' && blobs.has(name)) {
      answer(200);
    } else {
      answer(404, '<?xml version="1.0" encoding="utf-8"?><Error><Code>BlobNotFound</Code><Message>none</Message></Error>',
        { 'x-ms-error-code': 'BlobNotFound', 'Content-Type': 'application/xml' });
    }
  });
});
server.listen(0, '127.0.0.1', () => fs.writeFileSync('port', `${server.address().port}`));
JS
node storage.js &
storage=$!
for _ in $(seq 300); do [ -s port ] && break; sleep 0.1; done
cat >run.js <<'JS'
const { ContainerClient, AnonymousCredential } = require('@azure/storage-blob');
const { BlobCheckpointStore } = require('@azure/eventhubs-checkpointstore-blob');
const [, , port, action, ...groups] = process.argv;
const store = new BlobCheckpointStore(new ContainerClient(`http://127.0.0.1:${port}/account/container`, new AnonymousCredential()));
const hub = ['hub.servicebus.windows.net', 'iothub'];

async function run() {
  for (const consumerGroup of groups) {
    if (action === 'write') {
      await store.updateCheckpoint({
        fullyQualifiedNamespace: hub[0], eventHubName: hub[1], consumerGroup, partitionId: '0', offset: '4096', sequenceNumber: 17,
      });
    } else {
      console.log(consumerGroup, (await store.listCheckpoints(...hub, consumerGroup)).length);
    }
  }
}
run().catch(error => { console.error(error); process.exit(1); });
JS
cat >Run.java <<'JAVA'
import com.azure.messaging.eventhubs.checkpointstore.blob.BlobCheckpointStore;
import com.azure.messaging.eventhubs.models.Checkpoint;
import com.azure.storage.blob.BlobContainerClientBuilder;

public class Run {
	private static final String NAMESPACE = "hub.servicebus.windows.net";

	public static void main(String[] arguments) {
		BlobCheckpointStore store = new BlobCheckpointStore(new BlobContainerClientBuilder().setAnonymousAccess()
				.endpoint("http://127.0.0.1:" + arguments[0] + "/account/container").buildAsyncClient());
		for (int i = 2; i < arguments.length; i++) {
			if (arguments[1].equals("write")) {
				store.updateCheckpoint(new Checkpoint().setFullyQualifiedNamespace(NAMESPACE).setEventHubName("iothub")
						.setConsumerGroup(arguments[i]).setPartitionId("0").setOffsetString("4096").setSequenceNumber(17L)).block();
			} else {
				System.out.println(arguments[i] + " " + store.listCheckpoints(NAMESPACE, "iothub", arguments[i]).collectList().block().size());
			}
		}
		System.exit(0);
	}
}
JAVA
expect() {
  printf '%s: %s\n' "$1" "$2"
  [ "$2" = "$3" ] || { echo "this has changed" >&2; exit 1; }
}
port=$(cat port)
java -cp "$(cat classpath)" Run.java "$port" write '$Default' telemetry
expect "checkpoints of Java that JavaScript finds" "$(node run.js "$port" list '$Default' telemetry | tr '\n' ' ')" '$Default 0 telemetry 1 '
node run.js "$port" write '$Default' alarms
expect "checkpoints that Java finds" "$(java -cp "$(cat classpath)" Run.java "$port" list '$Default' '$default' alarms | tr '\n' ' ')" \
  '$Default 1 $default 1 alarms 1 '
list="fetch('http://127.0.0.1:$port/account/container?comp=list').then(r => r.text())
  .then(text => console.log(text.match(/[^>]*default[^<]*/gi).join(' ')))"
expect "names" "$(node -e "$list")" 'hub.servicebus.windows.net/iothub/$Default/checkpoint/0 hub.servicebus.windows.net/iothub/$default/checkpoint/0'
echo "as described"
