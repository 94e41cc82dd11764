// SPDX-License-Identifier: EPL-2.0
package iothubtools.bench;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a core asks of the platform, in memory: preferences, a store of keys, no proxies. By reflection, as the core is a bundle of
 * Eclipse and no library of this one.
 */
final class CoreInMemory {

	private CoreInMemory() {
	}

	/** An argument of this type for a constructor of the core; empty for a type it has no answer for. */
	static Optional<Object> of(Class<?> type) {
		return switch (type.getSimpleName()) {
		case "Preferences" -> Optional.of(as(type, new Node(type)));
		case "SecretStore" -> Optional.of(as(type, new Keys()));
		case "ProxySource" -> Optional.of(as(type, (proxy, method, arguments) -> null));
		default -> Optional.empty();
		};
	}

	private static Object as(Class<?> type, InvocationHandler handler) {
		return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
	}

	/** A node of preferences. */
	private record Node(Class<?> type, Map<String, String> values, Map<String, Object> children) implements InvocationHandler {

		private Node(Class<?> type) {
			this(type, new HashMap<>(), new HashMap<>());
		}

		@Override
		public Object invoke(Object proxy, Method method, Object[] arguments) {
			return switch (method.getName()) {
			case "node" -> children.computeIfAbsent((String) arguments[0], name -> as(type, new Node(type)));
			case "nodeExists" -> exists((String) arguments[0]);
			case "childrenNames" -> children.keySet().toArray(String[]::new);
			case "get" -> values.getOrDefault(arguments[0], (String) arguments[1]);
			case "getBoolean" -> values.containsKey(arguments[0]) ? Boolean.valueOf(values.get(arguments[0])) : arguments[1];
			case "getInt" -> values.containsKey(arguments[0]) ? Integer.valueOf(values.get(arguments[0])) : arguments[1];
			case "put" -> values.put((String) arguments[0], (String) arguments[1]);
			case "remove" -> values.remove(arguments[0]);
			case "flush" -> null;
			default -> throw new UnsupportedOperationException(method.toString());
			};
		}

		private boolean exists(String path) {
			int slash = path.indexOf('/');
			Object child = children.get(slash < 0 ? path : path.substring(0, slash));
			return child != null && (slash < 0 || ((Node) Proxy.getInvocationHandler(child)).exists(path.substring(slash + 1)));
		}
	}

	/** A store of keys. */
	private record Keys(Map<Object, Object> keys) implements InvocationHandler {

		private Keys() {
			this(new HashMap<>());
		}

		@Override
		public Object invoke(Object proxy, Method method, Object[] arguments) {
			return switch (method.getName()) {
			case "get" -> keys.get(arguments[0]);
			case "put" -> keys.put(arguments[0], arguments[1]);
			case "remove" -> keys.remove(arguments[0]);
			default -> throw new UnsupportedOperationException(method.toString());
			};
		}
	}
}
