#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# coap 1.5.0 (npm, CoAP for Node.js) and californium-core 3.13.0 (Maven Central, Eclipse Californium, CoAP for Java): the same URL asks each for
# something else.
#
# Guess:  coap://host/line%201?name=a%26b is the path "line 1" and one query option "name=a&b": a client splits the URL, then decodes each part,
#         and sends what is decoded (RFC 7252, 6.4), as there are no percent signs on the wire.
# Seen:   the client of coap sends "line%201" and "name=a%26b" as they are, so that a server of Californium answers 4.04 for a resource that is
#         there; with a space in the URL it is the same, as the URL is percent-encoded first. Californium's client finds the path, but decodes
#         the query before it splits it: the server gets two options, "name=a" and "b". A client and a server of coap do not
#         show it, as both take the text as it is.
# Way out: coap: request({hostname, port}) and setOption('Uri-Path', [Buffer, …]); Californium: request.getOptions().addUriQuery("name=a&b").
#
# Client and server are on loopback. Needs Node.js 18 or newer, npm, a JDK of 17 or newer and any Maven; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund coap@1.5.0
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>org.eclipse.californium</groupId><artifactId>californium-core</artifactId><version>3.13.0</version></dependency>
<dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>1.7.36</version></dependency>
</dependencies></project>
XML
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath
cat >client.js <<'JS'
const coap = require('coap');
const port = Number(process.argv[2]);
const options = { path: ['line 1'].map(part => Buffer.from(part)), query: [Buffer.from('name=a&b')] };
/** Prints the answer, the last one with options of its own. */
function ask(url, own) {
  return new Promise((done, failed) => {
    const request = coap.request(own ? { hostname: '127.0.0.1', port } : `coap://127.0.0.1:${port}/${url}`);
    if (own) {
      request.setOption('Uri-Path', own.path);
      request.setOption('Uri-Query', own.query);
    }
    request.on('response', response => { console.log(`${response.code} ${response.payload}`); done(); });
    request.on('error', failed);
    request.end();
  });
}
ask('line%201').then(() => ask('line 1')).then(() => ask('plain?name=a%26b')).then(() => ask('', options)).then(() => process.exit(0));
JS
cat >Run.java <<'JAVA'
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.californium.core.CoapClient;
import org.eclipse.californium.core.CoapResource;
import org.eclipse.californium.core.CoapResponse;
import org.eclipse.californium.core.CoapServer;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.config.CoapConfig;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.core.server.resources.CoapExchange;
import org.eclipse.californium.elements.config.Configuration;

public class Run {
	public static void main(String[] arguments) throws Exception {
		CoapConfig.register();
		Configuration settings = Configuration.createStandardWithoutFile();
		CoapServer server = new CoapServer(settings);
		server.addEndpoint(CoapEndpoint.builder().setConfiguration(settings).setInetSocketAddress(new InetSocketAddress("127.0.0.1", 0)).build());
		for (String name : List.of("line 1", "plain")) {
			server.add(new CoapResource(name) {
				@Override
				public void handleGET(CoapExchange exchange) {
					exchange.respond(ResponseCode.CONTENT, exchange.getRequestOptions().getUriPath() + " " + exchange.getRequestOptions().getUriQuery());
				}
			});
		}
		server.start();
		int port = server.getEndpoints().get(0).getAddress().getPort();
		expect("Californium's client, path", get("coap://127.0.0.1:" + port + "/line%201", null), "2.05 [line 1] []");
		expect("Californium's client, query", get("coap://127.0.0.1:" + port + "/plain?name=a%26b", null), "2.05 [plain] [name=a, b]");
		expect("with addUriQuery", get("coap://127.0.0.1:" + port + "/plain", "name=a&b"), "2.05 [plain] [name=a&b]");
		Process node = new ProcessBuilder("node", "client.js", "" + port).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		if (!node.waitFor(60, TimeUnit.SECONDS)) {
			node.destroy();
			throw new AssertionError("this has changed: no answer");
		}
		String[] answers = new String(node.getInputStream().readAllBytes()).split("\n");
		expect("coap's client, path", answers[0], "4.04 ");
		expect("coap's client, path with a space", answers[1], "4.04 ");
		expect("coap's client, query", answers[2], "2.05 [plain] [name=a%26b]");
		expect("coap's client with options of its own", answers[3], "2.05 [line 1] [name=a&b]");
		System.exit(0);
	}

	private static String get(String url, String query) throws Exception {
		Request request = Request.newGet();
		request.setURI(url);
		if (query != null) {
			request.getOptions().addUriQuery(query);
		}
		CoapResponse response = new CoapClient().setTimeout(20_000L).advanced(request);
		return response.getCode() + " " + response.getResponseText();
	}

	private static void expect(String what, String seen, String expected) {
		System.out.println(what + ": " + seen);
		if (!seen.trim().equals(expected.trim())) {
			throw new AssertionError("this has changed");
		}
	}
}
JAVA
java -cp "$(cat classpath)" Run.java
echo "as described"
