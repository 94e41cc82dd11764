// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.settings;

/** The editions an IoT Hub is sold in. */
public enum Tier {
	/** Free. */
	F1(1, 8_000, 512),
	/** Basic, smallest. */
	B1(1, 400_000, 4096),
	/** Standard, smallest. */
	S1(1, 400_000, 4096),
	/** Basic, middle. */
	B2(2, 6_000_000, 4096),
	/** Standard, middle. */
	S2(2, 6_000_000, 4096),
	/** Basic, largest. */
	B3(3, 300_000_000, 4096),
	/** Standard, largest. */
	S3(3, 300_000_000, 4096);

	private final int size;
	private final long dailyMessages;
	private final int messageBytes;

	Tier(int size, long dailyMessages, int messageBytes) {
		this.size = size;
		this.dailyMessages = dailyMessages;
		this.messageBytes = messageBytes;
	}

	/** 1, 2 or 3: the rates are the same for all tiers of a size. */
	public int size() {
		return size;
	}

	/** Messages a day and unit. */
	public long dailyMessages() {
		return dailyMessages;
	}

	/** Bytes that count as one message; a larger one counts as several. */
	public int messageBytes() {
		return messageBytes;
	}
}
