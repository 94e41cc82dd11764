// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.amqp;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

import org.apache.qpid.proton.amqp.Binary;
import org.apache.qpid.proton.amqp.messaging.ApplicationProperties;
import org.apache.qpid.proton.amqp.messaging.Data;
import org.apache.qpid.proton.amqp.messaging.DeliveryAnnotations;
import org.apache.qpid.proton.amqp.messaging.Footer;
import org.apache.qpid.proton.amqp.messaging.Header;
import org.apache.qpid.proton.amqp.messaging.MessageAnnotations;
import org.apache.qpid.proton.amqp.messaging.Properties;
import org.apache.qpid.proton.amqp.messaging.Section;
import org.apache.qpid.proton.codec.AMQPDefinedTypes;
import org.apache.qpid.proton.codec.DecoderImpl;
import org.apache.qpid.proton.codec.EncoderImpl;
import org.apache.qpid.proton.message.Message;
import org.eclipse.jdt.annotation.Nullable;

/**
 * The sections a message is made of. Proton's own reading of a message keeps the first data section and drops the others without a word;
 * AMQP allows any number, and the body is all of them.
 */
final class MessageSections {

	private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

	/** One takes longer to be made than a message to be read. */
	private static final ThreadLocal<DecoderImpl> DECODER = ThreadLocal.withInitial(() -> {
		DecoderImpl decoder = new DecoderImpl();
		AMQPDefinedTypes.registerAllTypes(decoder, new EncoderImpl(decoder));
		return decoder;
	});

	private final List<Section> all;

	private MessageSections(List<Section> all) {
		this.all = all;
	}

	/**
	 * Reads them.
	 *
	 * @throws RuntimeException of any kind when the bytes are something else
	 */
	static MessageSections read(byte[] bytes, int offset, int length) {
		DecoderImpl decoder = DECODER.get();
		ByteBuffer in = ByteBuffer.wrap(bytes, offset, length);
		decoder.setByteBuffer(in);
		try {
			List<Section> sections = new ArrayList<>();
			while (in.hasRemaining()) {
				sections.add((Section) decoder.readObject());
			}
			return new MessageSections(sections);
		} finally {
			decoder.setByteBuffer(NOTHING);
		}
	}

	Message message() {
		return Message.Factory.create(first(Header.class), first(DeliveryAnnotations.class), first(MessageAnnotations.class),
				first(Properties.class), first(ApplicationProperties.class), body(), first(Footer.class));
	}

	/** The data sections, each by itself. */
	List<Binary> data() {
		return all.stream().filter(Data.class::isInstance).map(section -> ((Data) section).getValue()).toList();
	}

	private @Nullable Section body() {
		List<Binary> data = data();
		if (data.isEmpty()) {
			return all.stream().filter(section -> section.getType() == Section.SectionType.AmqpValue
					|| section.getType() == Section.SectionType.AmqpSequence).findFirst().orElse(null);
		}
		return new Data(data.size() == 1 ? data.get(0) : joined(data));
	}

	private static Binary joined(List<Binary> parts) {
		ByteBuffer joined = ByteBuffer.allocate(parts.stream().mapToInt(Binary::getLength).sum());
		parts.forEach(part -> joined.put(part.asByteBuffer()));
		return new Binary(joined.array());
	}

	private <T extends Section> @Nullable T first(Class<T> type) {
		return all.stream().filter(type::isInstance).map(type::cast).findFirst().orElse(null);
	}
}
