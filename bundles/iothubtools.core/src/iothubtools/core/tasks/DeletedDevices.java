// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tasks;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.twins.TwinContent;

/**
 * Devices as they were when they were deleted, or read to be made at another hub: identities with their keys, tags and desired properties, to make them anew. In memory only,
 * and encrypted with a key that ends with the IDE, so that keys of devices do not lie about in the heap for hours. Safe for use by several threads.
 */
public final class DeletedDevices {

	/** How many devices are kept at most. */
	public static final int LIMIT = 10_000;

	private static final String CIPHER = "AES/GCM/NoPadding";
	private static final int KEY_BITS = 256;
	private static final int IV_BYTES = 12;
	private static final int TAG_BITS = 128;
	private static final SecureRandom RANDOM = new SecureRandom();
	private static final SecretKey KEY = key();

	/**
	 * One of them.
	 *
	 * @param twin its tags and desired properties; null where the policy may not read them
	 */
	record Device(DeviceIdentity identity, @Nullable TwinContent twin) {

		/** Another one after each change of the device, its tags or desired properties; tells nothing of them. */
		String state() {
			try {
				MessageDigest digest = MessageDigest.getInstance("SHA-256");
				for (String part : twin == null ? List.of(identity.etag()) : List.of(identity.etag(), twin.tags(), twin.desired())) {
					digest.update(part.getBytes(StandardCharsets.UTF_8));
					digest.update((byte) 0);
				}
				return HexFormat.of().formatHex(digest.digest());
			} catch (NoSuchAlgorithmException e) {
				throw new IllegalStateException("Every Java platform has SHA-256", e);
			}
		}

		/** The id; the rest may be secret. */
		@Override
		public String toString() {
			return identity.deviceId();
		}
	}

	private record Part(List<String> ids, byte[] sealed) {
	}

	private final List<Part> parts = new ArrayList<>();
	private final Set<String> restored = new HashSet<>();
	private boolean withoutTwins;

	/** The devices that are gone and can be made anew. */
	public synchronized List<String> ids() {
		return parts.stream().flatMap(part -> part.ids().stream()).filter(id -> !restored.contains(id)).toList();
	}

	/** Whether tags and desired properties of some are not known. */
	public synchronized boolean withoutTwins() {
		return withoutTwins;
	}

	/** Those of these ids are not to be made. */
	public synchronized void leave(Collection<String> ids) {
		restored.addAll(ids);
	}

	/** Forgets all. */
	public synchronized void clear() {
		parts.clear();
	}

	synchronized void add(List<Device> devices) {
		if (!devices.isEmpty()) {
			parts.add(new Part(devices.stream().map(Device::toString).toList(), sealed(devices)));
			withoutTwins |= devices.stream().anyMatch(device -> device.twin() == null);
		}
	}

	synchronized void restored(String id) {
		restored.add(id);
	}

	/** In how many parts they can be opened, so that not all have to be open at once. */
	synchronized int parts() {
		return parts.size();
	}

	/** Those of a part that are still gone. */
	synchronized List<Device> open(int part) {
		return opened(parts.get(part).sealed()).stream().filter(device -> !restored.contains(device.toString())).toList();
	}

	private static byte[] sealed(List<Device> devices) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes))) {
			out.writeInt(devices.size());
			for (Device device : devices) {
				TwinContent twin = device.twin();
				write(device.identity().toJson(), out);
				out.writeBoolean(twin != null);
				if (twin != null) {
					write(twin.tags(), out);
					write(twin.desired(), out);
				}
			}
		} catch (IOException e) {
			throw new IllegalStateException("Memory can be written", e);
		}
		byte[] iv = new byte[IV_BYTES];
		RANDOM.nextBytes(iv);
		byte[] encrypted = crypt(Cipher.ENCRYPT_MODE, iv, bytes.toByteArray(), 0);
		byte[] sealed = new byte[IV_BYTES + encrypted.length];
		System.arraycopy(iv, 0, sealed, 0, IV_BYTES);
		System.arraycopy(encrypted, 0, sealed, IV_BYTES, encrypted.length);
		return sealed;
	}

	private static List<Device> opened(byte[] sealed) {
		byte[] iv = new byte[IV_BYTES];
		System.arraycopy(sealed, 0, iv, 0, IV_BYTES);
		byte[] bytes = crypt(Cipher.DECRYPT_MODE, iv, sealed, IV_BYTES);
		try (DataInputStream in = new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(bytes)))) {
			int count = in.readInt();
			List<Device> devices = new ArrayList<>(count);
			for (int i = 0; i < count; i++) {
				DeviceIdentity identity = DeviceIdentity.parse(read(in));
				devices.add(new Device(identity, in.readBoolean() ? new TwinContent(read(in), read(in)) : null));
			}
			return devices;
		} catch (IOException e) {
			throw new IllegalStateException("Memory can be read", e);
		}
	}

	private static void write(String text, DataOutputStream out) throws IOException {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		out.writeInt(bytes.length);
		out.write(bytes);
	}

	private static String read(DataInputStream in) throws IOException {
		byte[] bytes = new byte[in.readInt()];
		in.readFully(bytes);
		return new String(bytes, StandardCharsets.UTF_8);
	}

	private static byte[] crypt(int mode, byte[] iv, byte[] bytes, int from) {
		try {
			Cipher cipher = Cipher.getInstance(CIPHER);
			cipher.init(mode, KEY, new GCMParameterSpec(TAG_BITS, iv));
			return cipher.doFinal(bytes, from, bytes.length - from);
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException("Every Java platform has " + CIPHER, e);
		}
	}

	private static SecretKey key() {
		try {
			KeyGenerator generator = KeyGenerator.getInstance("AES");
			generator.init(KEY_BITS);
			return generator.generateKey();
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException("Every Java platform has AES", e);
		}
	}
}
