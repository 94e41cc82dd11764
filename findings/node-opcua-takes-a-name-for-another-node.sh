#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# node-opcua-nodeid 2.186.1 (npm, of node-opcua) beside stack-core 0.6.16 (Maven Central, Eclipse Milo, OPC UA for Java): the node whose name is that
# of another node is the other node.
#
# Guess:  ns=2;s=… is the node of namespace 2 whose name is all that follows (OPC UA part 6, 5.3.1.10), whatever is in it, as an aggregating server
#         names the nodes of the servers below it: "ns=2;s=ns=3;i=1", or "ns=2;s=Line 4;ns=3;i=1".
# Seen:   coerceNodeId and resolveNodeId look for the id of a number anywhere in the text first: both are node 1 of namespace 3, which is read or
#         written in place of the one that was asked for, without an error where the server has it. toString() of the right one, made of its parts,
#         does not come back. "svr=1;ns=2;i=5", a node of another server, is the node of this one. Names with an id by name inside, as
#         "ns=2;s=Line;ns=3;s=Pump", are as they should be, so that it shows only with numbers. Milo reads the names as they are, and refuses the node
#         of another server.
# Way out: new NodeId(NodeIdType.STRING, name, namespace) for names that come from elsewhere.
#
# Needs Node.js 18 or newer, npm, a JDK of 17 or newer and any Maven; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund node-opcua-nodeid@2.186.1
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>org.eclipse.milo</groupId><artifactId>stack-core</artifactId><version>0.6.16</version></dependency>
<dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>1.7.36</version></dependency>
</dependencies></project>
XML
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath
cat >Run.java <<'JAVA'
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;

public class Run {
	public static void main(String[] arguments) {
		for (String text : arguments) {
			NodeId id = NodeId.parseSafe(text).orElse(null);
			System.out.println(id == null ? "refused" : "namespace " + id.getNamespaceIndex() + ", " + id.getIdentifier());
		}
	}
}
JAVA
cat >run.js <<'JS'
const assert = require('node:assert');
const { execFileSync } = require('node:child_process');
const { readFileSync } = require('node:fs');
const { NodeId, NodeIdType, coerceNodeId, resolveNodeId } = require('node-opcua-nodeid');
const expected = {
  'ns=2;s=ns=3;i=1': ['namespace 3, 1', 'namespace 2, ns=3;i=1'],
  'ns=2;s=Line 4;ns=3;i=1': ['namespace 3, 1', 'namespace 2, Line 4;ns=3;i=1'],
  'ns=2;s=Line;ns=3;s=Pump': ['namespace 2, Line;ns=3;s=Pump', 'namespace 2, Line;ns=3;s=Pump'],
  'svr=1;ns=2;i=5': ['namespace 2, 5', 'refused'],
};
const texts = Object.keys(expected);
const milo = execFileSync('java', ['-cp', readFileSync('classpath', 'utf8').trim(), 'Run.java', ...texts], { encoding: 'utf8' }).trim().split('\n');
texts.forEach((text, index) => {
  const id = coerceNodeId(text);
  const seen = [`namespace ${id.namespace}, ${id.value}`, milo[index]];
  console.log(`${text}: ${seen[0]} - Milo: ${seen[1]}`);
  assert.deepStrictEqual(seen, expected[text], 'this has changed');
  assert.strictEqual(resolveNodeId(text).toString(), id.toString(), 'this has changed');
});
const right = new NodeId(NodeIdType.STRING, 'ns=3;i=1', 2);
console.log('of its parts, and back from its text:', right.toString(), coerceNodeId(right.toString()).toString());
assert.notStrictEqual(coerceNodeId(right.toString()).toString(), right.toString(), 'this has changed');
JS
node run.js
echo "as described"
