#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# proton-j 0.35.0 and protonj2 1.0.0 (Maven Central, both AMQP libraries of Apache Qpid for Java): a decimal made of a BigDecimal is sent as 0.
#
# Guess:  new Decimal128(new BigDecimal("21.50")) is how an exact reading or a price travels: 21.50 goes out as AMQP's decimal128, and the
#         reader gets 21.50; or the constructor refuses what it cannot carry.
# Seen:   the object says 21.5 as long as it stays in the sender's memory. On the wire it is sixteen bytes of zero, and the reader's
#         doubleValue() is 0.0, without an error at either end. Decimal64 and Decimal32 do the same, and both libraries do: the class keeps
#         the BigDecimal beside the bits, and only the bits are encoded, which nobody works out.
# Way out: send a string (or a double, or a long of thousandths), and say so in the model.
#
# Needs a JDK of 17 or newer and any Maven; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>org.apache.qpid</groupId><artifactId>proton-j</artifactId><version>0.35.0</version></dependency>
<dependency><groupId>org.apache.qpid</groupId><artifactId>protonj2</artifactId><version>1.0.0</version></dependency>
</dependencies></project>
XML
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath
cat >Run.java <<'JAVA'
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.apache.qpid.proton.amqp.messaging.AmqpValue;
import org.apache.qpid.proton.message.Message;
import org.apache.qpid.protonj2.buffer.ProtonBuffer;
import org.apache.qpid.protonj2.buffer.ProtonBufferAllocator;
import org.apache.qpid.protonj2.codec.CodecFactory;
import org.apache.qpid.protonj2.codec.Decoder;
import org.apache.qpid.protonj2.codec.Encoder;

public class Run {
	private static final BigDecimal READING = new BigDecimal("21.50");

	public static void main(String[] arguments) {
		for (Number sent : List.of(new org.apache.qpid.proton.amqp.Decimal128(READING), new org.apache.qpid.proton.amqp.Decimal64(READING),
				new org.apache.qpid.proton.amqp.Decimal32(READING))) {
			Message message = Message.Factory.create();
			message.setBody(new AmqpValue(sent));
			byte[] bytes = new byte[100];
			int length = message.encode(bytes, 0, bytes.length);
			Message read = Message.Factory.create();
			read.decode(bytes, 0, length);
			// three bytes before it begin the section, one is the type of the value
			check("proton-j", sent, Arrays.copyOfRange(bytes, 4, length), ((AmqpValue) read.getBody()).getValue());
		}
		Encoder encoder = CodecFactory.getDefaultEncoder();
		Decoder decoder = CodecFactory.getDefaultDecoder();
		for (Number sent : List.of(new org.apache.qpid.protonj2.types.Decimal128(READING), new org.apache.qpid.protonj2.types.Decimal64(READING),
				new org.apache.qpid.protonj2.types.Decimal32(READING))) {
			ProtonBuffer buffer = ProtonBufferAllocator.defaultAllocator().allocate(100);
			encoder.writeObject(buffer, encoder.newEncoderState(), sent);
			byte[] bytes = new byte[buffer.getReadableBytes()];
			buffer.copyInto(0, bytes, 0, bytes.length);
			check("protonj2", sent, Arrays.copyOfRange(bytes, 1, bytes.length), decoder.readObject(buffer, decoder.newDecoderState()));
		}
	}

	private static void check(String library, Number sent, byte[] bytes, Object read) {
		double arrived = ((Number) read).doubleValue();
		System.out.println(library + " " + sent.getClass().getSimpleName() + ": " + sent.doubleValue() + " is sent as "
				+ HexFormat.of().formatHex(bytes) + " and read as " + arrived);
		if (sent.doubleValue() != 21.5 || !Arrays.equals(bytes, new byte[bytes.length]) || arrived != 0 || !read.getClass().equals(sent.getClass())) {
			throw new AssertionError("this has changed");
		}
	}
}
JAVA
java -cp "$(cat classpath)" Run.java
echo "as described"
