#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# leshan-lwm2m-core 2.0.0-M18 (Maven Central, Eclipse Leshan, LwM2M and SenML for Java): of 20 + 1.5 degrees 1.5 are left.
#
# Guess:  SenML (RFC 8428, 4.1) has a base value, bv, that is added to each value of a pack as its base time, bt, is to each time, so that small
#         differences travel. Who reads bn, bt and t reads bv, or refuses a pack with it; labels that end in "_" must be
#         understood or the pack be rejected (4.4), and so must a newer version, bver.
# Seen:   bv is passed over without an error: {"bn":"/3303/0/","bv":20,"n":"5700","v":1.5} is a temperature of 1.5, in the decoder of a server and
#         in org.eclipse.leshan.senml alike, while bt and t are summed rightly. The unit is not kept either. A member "x_" and bver 11
#         are no obstacle. Written again, the pack has neither bv nor bver: what was lost is lost.
# Way out: no base values where a server of Leshan reads; or the pack through another reader of JSON, with bv added, before it.
#
# Needs a JDK of 17 or newer and any Maven; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>org.eclipse.leshan</groupId><artifactId>leshan-lwm2m-core</artifactId><version>2.0.0-M18</version></dependency>
<dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.17</version></dependency>
</dependencies></project>
XML
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath
cat >Run.java <<'JAVA'
import java.nio.charset.StandardCharsets;
import org.eclipse.leshan.core.model.ObjectLoader;
import org.eclipse.leshan.core.model.StaticModel;
import org.eclipse.leshan.core.node.LwM2mPath;
import org.eclipse.leshan.core.node.LwM2mResource;
import org.eclipse.leshan.core.node.codec.DefaultLwM2mDecoder;
import org.eclipse.leshan.core.node.codec.senml.LwM2mSenMLResolver;
import org.eclipse.leshan.core.request.ContentFormat;
import org.eclipse.leshan.senml.SenMLPack;
import org.eclipse.leshan.senml.SenMLRecord;
import org.eclipse.leshan.senml.json.jackson.SenMLJsonJacksonEncoderDecoder;

public class Run {
	public static void main(String[] arguments) throws Exception {
		String level = "[{'bn':'/3/0/','bv':50,'n':'9','v':35}]";
		LwM2mResource resource = (LwM2mResource) new DefaultLwM2mDecoder().decode(bytes(level), ContentFormat.SENML_JSON, null,
				new LwM2mPath("/3/0/9"), new StaticModel(ObjectLoader.loadDefault()));
		expect("the level of a battery, of 50 + 35", resource.getValue(), 35L);

		SenMLJsonJacksonEncoderDecoder json = new SenMLJsonJacksonEncoderDecoder();
		SenMLPack pack = json.fromSenML(bytes("[{'bn':'/3303/0/','bt':1700000000,'bv':20,'bu':'Cel','n':'5700','v':1.5},{'n':'5700','t':-60,'v':2}]"));
		LwM2mSenMLResolver resolver = new LwM2mSenMLResolver();
		StringBuilder seen = new StringBuilder();
		for (SenMLRecord each : pack.getRecords()) {
			seen.append(each.getNumberValue()).append(" at ").append(resolver.resolve(each).getTimeStamp()).append(", ");
		}
		expect("two temperatures, of 20 + 1.5 and 20 + 2", seen.toString(), "1.5 at 1700000000, 2 at 1699999940, ");
		expect("written again", new String(json.toSenML(pack), StandardCharsets.UTF_8).replace('"', '\''),
				"[{'bn':'/3303/0/','bt':1700000000,'n':'5700','v':1.5},{'n':'5700','t':-60,'v':2}]");
		for (String strange : new String[] {"[{'n':'/3303/0/5700','v':1,'x_':1}]", "[{'bver':11,'n':'/3303/0/5700','v':1}]"}) {
			expect(strange, json.fromSenML(bytes(strange)).getRecords().get(0).getNumberValue().intValue(), 1);
		}
	}

	private static byte[] bytes(String json) {
		return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
	}

	private static void expect(String what, Object seen, Object expected) {
		System.out.println(what + ": " + seen);
		if (!seen.equals(expected)) {
			throw new AssertionError("this has changed");
		}
	}
}
JAVA
java -cp "$(cat classpath)" Run.java
echo "as described"
