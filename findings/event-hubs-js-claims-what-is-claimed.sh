#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# @azure/eventhubs-checkpointstore-blob 2.0.0 (npm, Microsoft's store of checkpoints in Azure Storage for the processor in JavaScript) beside
# azure-messaging-eventhubs-checkpointstore-blob 1.21.5 (Maven Central), Java's: the first claim of a partition is not refused to the second.
#
# Guess:  two processors that start together both see a partition that nobody owns, and both claim it: the storage decides, by a condition of the
#         request, and claimOwnership gives the partition to one and an empty list to the other.
# Seen:   a claim without an etag, which the first one of a partition is, is written by JavaScript's without a condition: both get the partition, the
#         blob says the second, and the first reads on until the service or its next look at the list ends that. Events go to both, and of the
#         checkpoints the last one written counts, also where it is the older. Java's sends If-None-Match: *, and the second claim is an empty list. Later claims,
#         with an etag, are guarded in both.
# Way out: start one processor after the other, the second when the first owns all; and take events that come twice for the same.
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
    } else if (request.method === 'PUT' && blobs.has(name) && request.headers['if-none-match'] === '*') {
      answer(409, '<?xml version="1.0" encoding="utf-8"?><Error><Code>BlobAlreadyExists</Code><Message>there</Message></Error>',
        { 'x-ms-error-code': 'BlobAlreadyExists', 'Content-Type': 'application/xml' });
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
const [, , port] = process.argv;
const processor = () => new BlobCheckpointStore(new ContainerClient(`http://127.0.0.1:${port}/account/container`, new AnonymousCredential()));
const group = { fullyQualifiedNamespace: 'hub.servicebus.windows.net', eventHubName: 'iothub', consumerGroup: 'telemetry' };

async function run() {
  const processors = { first: processor(), second: processor() };
  const seen = [];
  for (const each of Object.values(processors)) {
    seen.push((await each.listOwnership(...Object.values(group))).length);
  }
  for (const [ownerId, each] of Object.entries(processors)) {
    seen.push((await each.claimOwnership([{ ...group, partitionId: '0', ownerId }])).length);
  }
  const owners = await processors.first.listOwnership(...Object.values(group));
  console.log(...seen, owners.map(owner => owner.ownerId).join());
}
run().catch(error => { console.error(error); process.exit(1); });
JS
cat >Run.java <<'JAVA'
import com.azure.messaging.eventhubs.checkpointstore.blob.BlobCheckpointStore;
import com.azure.messaging.eventhubs.models.PartitionOwnership;
import com.azure.storage.blob.BlobContainerClientBuilder;
import java.util.List;

public class Run {
	private static final String NAMESPACE = "hub.servicebus.windows.net";

	public static void main(String[] arguments) {
		BlobCheckpointStore first = processor(arguments[0]);
		BlobCheckpointStore second = processor(arguments[0]);
		String seen = listed(first).size() + " " + listed(second).size() + " " + claimed(first, "first") + " " + claimed(second, "second");
		System.out.println(seen + " " + listed(first).get(0).getOwnerId());
		System.exit(0);
	}

	private static BlobCheckpointStore processor(String port) {
		return new BlobCheckpointStore(new BlobContainerClientBuilder().setAnonymousAccess()
				.endpoint("http://127.0.0.1:" + port + "/account/container").buildAsyncClient());
	}

	private static List<PartitionOwnership> listed(BlobCheckpointStore store) {
		return store.listOwnership(NAMESPACE, "iothub", "alarms").collectList().block();
	}

	private static int claimed(BlobCheckpointStore store, String owner) {
		PartitionOwnership claim = new PartitionOwnership().setFullyQualifiedNamespace(NAMESPACE).setEventHubName("iothub")
				.setConsumerGroup("alarms").setPartitionId("0").setOwnerId(owner);
		return store.claimOwnership(List.of(claim)).collectList().block().size();
	}
}
JAVA
expect() {
  printf '%s: %s\n' "$1" "$2"
  [ "$2" = "$3" ] || { echo "this has changed" >&2; exit 1; }
}
port=$(cat port)
expect "JavaScript: listed by each, claimed by each, the owner" "$(node run.js "$port")" "0 0 1 1 second"
expect "Java: listed by each, claimed by each, the owner" "$(java -cp "$(cat classpath)" Run.java "$port")" "0 0 1 0 first"
echo "as described"
