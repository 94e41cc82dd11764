#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# qpid-jms-client 2.6.1 (Maven Central, Apache Qpid's JMS over AMQP 1.0) reading what rhea 3.0.5 (npm, the AMQP library below Microsoft's SDKs
# for Node.js) sent: a property that is a whole number can be read by no getter.
#
# Guess:  the application property 21 is read by getIntProperty, and if not, then by getLongProperty, or in the end by getStringProperty, which
#         JMS lets convert every property; the names of all properties are in getPropertyNames.
# Seen:   rhea sends 21 as AMQP's uint and a time in milliseconds as ulong, which JMS has no types for: getIntProperty, getLongProperty,
#         getDoubleProperty and getStringProperty all throw a MessageFormatException, and getObjectProperty gives a class of Proton's. At 21.5,
#         a double, they work. A name with a hyphen, as Azure's are, is left out of getPropertyNames without a word, and asking for it
#         throws.
#         The kind of message depends on the content type that the device gave: the same bytes are a TextMessage for application/json, and
#         a BytesMessage without.
# Way out: getObjectProperty, and Number; jms.validatePropertyNames=false in the URI for the names; both kinds of message.
#
# Needs Node.js 18 or newer, npm, a JDK of 17 or newer and any Maven; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
server=
trap 'test -z "$server" || kill "$server"; rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund rhea@3.0.5
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>org.apache.qpid</groupId><artifactId>qpid-jms-client</artifactId><version>2.6.1</version></dependency>
<dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>1.7.36</version></dependency>
</dependencies></project>
XML
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath
cat >serve.js <<'JS'
const fs = require('node:fs');
const rhea = require('rhea');
const hub = rhea.create_container();
hub.sasl_server_mechanisms.enable_anonymous();
hub.on('sender_open', ({ sender }) => {
  sender.set_source(sender.remote.attach.source);
  sender.once('sendable', () => [undefined, 'application/json'].forEach((content_type) => sender.send({
    content_type,
    application_properties: { half: 21.5, whole: 21, millis: 1764345600123, 'site-id': 'A' },
    body: rhea.message.data_section(Buffer.from('{"temperature":21}'))
  })));
});
const server = hub.listen({ host: '127.0.0.1', port: 0 });
server.on('listening', () => {
  fs.writeFileSync('port.new', `${server.address().port}`);
  fs.renameSync('port.new', 'port');
});
setTimeout(() => process.exit(1), 60000);
JS
node serve.js &
server=$!
cat >Run.java <<'JAVA'
import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageFormatException;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.apache.qpid.jms.JmsConnectionFactory;

public class Run {
	interface Getter {
		Object get(String name) throws JMSException;
	}

	public static void main(String[] arguments) throws Exception {
		while (!Files.exists(Path.of("port"))) {
			Thread.sleep(20);
		}
		String address = "amqp://127.0.0.1:" + Files.readString(Path.of("port"));
		try (Connection connection = new JmsConnectionFactory(address).createConnection()) {
			connection.start();
			Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
			MessageConsumer consumer = session.createConsumer(session.createQueue("events"));
			Message message = consumer.receive(20_000);
			List<Getter> getters = List.of(message::getIntProperty, message::getLongProperty, message::getDoubleProperty, message::getStringProperty);
			expect(message, "half", getters, 2);
			expect(message, "whole", getters, 0);
			expect(message, "millis", getters, 0);
			TreeSet<Object> names = new TreeSet<>(Collections.list((java.util.Enumeration<?>) message.getPropertyNames()));
			System.out.println("names: " + names);
			boolean refused = false;
			try {
				message.getStringProperty("site-id");
			} catch (IllegalArgumentException e) {
				System.out.println("site-id: " + e.getMessage());
				refused = true;
			}
			if (!names.containsAll(List.of("half", "whole", "millis")) || names.contains("site-id") || !refused) {
				throw new AssertionError("this has changed");
			}
			Message other = consumer.receive(20_000);
			System.out.println("without a content type a " + message.getClass().getSimpleName() + ", as application/json a " + other.getClass().getSimpleName());
			if (!(message instanceof BytesMessage) || !(other instanceof TextMessage)) {
				throw new AssertionError("this has changed");
			}
		}
		try (Connection connection = new JmsConnectionFactory(address + "?jms.validatePropertyNames=false").createConnection()) {
			connection.start();
			Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
			String site = session.createConsumer(session.createQueue("events")).receive(20_000).getStringProperty("site-id");
			System.out.println("site-id with jms.validatePropertyNames=false: " + site);
			if (!"A".equals(site)) {
				throw new AssertionError("this has changed");
			}
		}
		System.exit(0);
	}

	private static void expect(Message message, String name, List<Getter> getters, int expected) throws JMSException {
		int worked = 0;
		for (Getter getter : getters) {
			try {
				getter.get(name);
				worked++;
			} catch (MessageFormatException e) {
				// not by this one
			}
		}
		Object value = message.getObjectProperty(name);
		System.out.println(name + " is " + value + ", a " + value.getClass().getSimpleName() + ": read by " + worked + " of int, long, double, String");
		if (worked != expected) {
			throw new AssertionError("this has changed");
		}
	}
}
JAVA
java -cp "$(cat classpath)" Run.java
echo "as described"
