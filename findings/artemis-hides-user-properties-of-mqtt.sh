#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# artemis-mqtt-protocol and artemis-jakarta-client 2.55.0 (Maven Central, Apache Artemis, a broker for MQTT 5 and JMS): a user property that a device
# sends is none that JMS knows, and the other way.
#
# Guess:  the user property "unit" of a message in MQTT 5 is the String property "unit" of the message in JMS, by which a selector can choose;
#         response topic and correlation data are JMSReplyTo and JMSCorrelationID. A property set in JMS is a user property for subscribers of MQTT.
# Seen:   the JMS message has no "unit": it is mqtt.ordered.user.property.0.unit, where the number is that of the property in its message, so that
#         neither a selector on unit nor getStringProperty finds it, and its name hangs on the sender's order. JMSReplyTo and JMSCorrelationID are
#         null (the topic is in mqtt.response.topic), and the priority is 0, below the 4 of a message of JMS, so that with both in one queue those of
#         devices wait. In the other direction "unit", the type and the correlation id are dropped; only the body arrives. No error.
# Way out: what consumers choose by goes into the topic, or the body; for a reply, mqtt.response.topic by hand, with "." for "/".
#
# The broker listens on loopback. Needs a JDK of 17 or newer and any Maven; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>org.apache.artemis</groupId><artifactId>artemis-server</artifactId><version>2.55.0</version></dependency>
<dependency><groupId>org.apache.artemis</groupId><artifactId>artemis-mqtt-protocol</artifactId><version>2.55.0</version></dependency>
<dependency><groupId>org.apache.artemis</groupId><artifactId>artemis-jakarta-client</artifactId><version>2.55.0</version></dependency>
<dependency><groupId>com.hivemq</groupId><artifactId>hivemq-mqtt-client</artifactId><version>1.3.3</version></dependency>
<dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.17</version></dependency>
</dependencies></project>
XML
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath
cat >Run.java <<'JAVA'
import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import jakarta.jms.Topic;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

public class Run {
	public static void main(String[] arguments) throws Exception {
		int port;
		try (ServerSocket socket = new ServerSocket(0)) {
			port = socket.getLocalPort();
		}
		ConfigurationImpl configuration = new ConfigurationImpl();
		configuration.setPersistenceEnabled(false).setSecurityEnabled(false);
		configuration.addAcceptorConfiguration("all", "tcp://127.0.0.1:" + port + "?protocols=CORE,MQTT");
		EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
		broker.setConfiguration(configuration);
		broker.start();
		Mqtt5BlockingClient device = MqttClient.builder().useMqttVersion5().identifier("device").serverHost("127.0.0.1").serverPort(port).buildBlocking();
		device.connect();
		try (JMSContext context = new ActiveMQConnectionFactory("tcp://127.0.0.1:" + port).createContext()) {
			toJms(device, context);
			toMqtt(device, context);
		}
		device.disconnect();
		broker.stop();
		System.exit(0);
	}

	private static void toJms(Mqtt5BlockingClient device, JMSContext context) throws Exception {
		Topic telemetry = context.createTopic("telemetry.device-1");
		JMSConsumer chosen = context.createConsumer(telemetry, "unit = 'Cel'");
		JMSConsumer all = context.createConsumer(telemetry);
		for (boolean unitFirst : new boolean[] {true, false}) {
			var properties = unitFirst ? new String[] {"unit", "Cel", "site", "9"} : new String[] {"site", "9", "unit", "Cel"};
			device.publishWith().topic("telemetry/device-1").qos(MqttQos.AT_LEAST_ONCE).payload("21.5".getBytes(StandardCharsets.UTF_8))
					.responseTopic("replies/device-1").correlationData("abc".getBytes(StandardCharsets.UTF_8))
					.userProperties().add(properties[0], properties[1]).add(properties[2], properties[3]).applyUserProperties().send();
			Message message = all.receive(30_000);
			Set<Object> names = new TreeSet<>(Collections.list(message.getPropertyNames()));
			names.removeIf(name -> !name.toString().contains("user.property.") || name.toString().endsWith(".exists"));
			expect("in JMS", message.getStringProperty("unit") + " " + names + ", " + message.getJMSReplyTo() + ", " + message.getJMSCorrelationID() + ", "
					+ message.getStringProperty("mqtt.response.topic") + ", priority " + message.getJMSPriority(), unitFirst
					? "null [mqtt.ordered.user.property.0.unit, mqtt.ordered.user.property.1.site], null, null, replies/device-1, priority 0"
					: "null [mqtt.ordered.user.property.0.site, mqtt.ordered.user.property.1.unit], null, null, replies/device-1, priority 0");
		}
		// what is sent from JMS is chosen, so that nothing that came before it was
		context.createProducer().setProperty("unit", "Cel").send(telemetry, "end");
		expect("chosen by unit = 'Cel'", chosen.receive(30_000).getBody(String.class), "end");
	}

	private static void toMqtt(Mqtt5BlockingClient device, JMSContext context) throws Exception {
		try (Mqtt5BlockingClient.Mqtt5Publishes publishes = device.publishes(MqttGlobalPublishFilter.ALL)) {
			device.subscribeWith().topicFilter("commands/device-1").qos(MqttQos.AT_LEAST_ONCE).send();
			context.createProducer().setProperty("unit", "Cel").setJMSType("command").setJMSCorrelationID("abc")
					.send(context.createTopic("commands.device-1"), "stop");
			Mqtt5Publish publish = publishes.receive(30, TimeUnit.SECONDS).orElseThrow();
			expect("in MQTT", new String(publish.getPayloadAsBytes(), StandardCharsets.UTF_8) + " " + publish.getUserProperties().asList() + " "
					+ publish.getContentType().isPresent() + " " + publish.getCorrelationData().isPresent(), "stop [] false false");
		}
	}

	private static void expect(String what, String seen, String expected) {
		System.out.println(what + ": " + seen);
		if (!seen.equals(expected)) {
			throw new AssertionError("this has changed");
		}
	}
}
JAVA
java -cp "$(cat classpath)" Run.java
echo "as described"
