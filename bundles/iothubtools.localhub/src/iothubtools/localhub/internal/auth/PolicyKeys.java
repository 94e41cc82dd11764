// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.auth;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.eclipse.jdt.annotation.Nullable;

/** The keys of the policies. They are secrets: nothing of them is in {@code toString}. */
public final class PolicyKeys {

	private final Map<Policy, KeyPair> keys;

	/**
	 * A policy's two keys, base64; either signs tokens.
	 *
	 * @param primary    the one in connection strings
	 * @param secondary  the other
	 */
	public record KeyPair(String primary, String secondary) {

		/** Two new random keys. */
		public static KeyPair random() {
			return new KeyPair(RandomKeys.next(), RandomKeys.next());
		}

		@Override
		public String toString() {
			return "***";
		}
	}

	/** With the keys of every policy. */
	public PolicyKeys(Map<Policy, KeyPair> keys) {
		this.keys = new EnumMap<>(keys);
	}

	/** The keys of a policy. */
	public KeyPair of(Policy policy) {
		KeyPair pair = keys.get(policy);
		if (pair == null) {
			throw new IllegalStateException("no keys for " + policy.wireName());
		}
		return pair;
	}

	/** The policy of that name, or null; names are exact. */
	public static @Nullable Policy find(String name) {
		for (Policy policy : Policy.values()) {
			if (policy.wireName().equals(name)) {
				return policy;
			}
		}
		return null;
	}

	/** The names of all policies. */
	public static Set<String> names() {
		Set<String> names = new TreeSet<>();
		for (Policy policy : Policy.values()) {
			names.add(policy.wireName());
		}
		return names;
	}
}
