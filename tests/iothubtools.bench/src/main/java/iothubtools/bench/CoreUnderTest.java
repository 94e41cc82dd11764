// SPDX-License-Identifier: EPL-2.0
package iothubtools.bench;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import iothubtools.client.auth.HubConnectionString;
import iothubtools.client.devices.DeviceIdentity;

/**
 * The core of a build with one connection to a hub and the list of its devices, as the IoT Hub view has it, outside of Eclipse. By
 * reflection, so that the core of an older commit can be asked, too, whose classes stand in other packages.
 */
final class CoreUnderTest implements AutoCloseable {

	/** Where the list of a view is, the newest first. */
	private static final List<String> INVENTORIES = List.of("iothubtools.core.inventory.HubInventory",
			"iothubtools.ui.internal.model.HubInventory");
	/** What tells of a device that was created; that of an older build tells of one. */
	private static final Set<String> CREATED = Set.of("DevicesCreated", "DeviceCreated");
	private static final String CHANGES = "iothubtools.core.operations.IdentityChange";
	private static final String OPERATION = "iothubtools.core.operations.DeleteDevicesOperation";

	private final Object core;
	private final Object events;
	private final Object operations;
	private final Object connection;
	private final Method fire;
	private final Constructor<?> created;
	private final Object changed = new Object();
	private Object inventory;

	CoreUnderTest(Setup setup) throws Exception {
		core = make(Class.forName("iothubtools.core.IotHubCore"), List.of(Files.createTempDirectory("iothubtools-bench-core")));
		events = call(core, "events");
		operations = call(core, "operations");
		fire = method(events.getClass(), "fire", 1);
		Object connections = call(core, "connections");
		Class<?> connectionType = method(connections.getClass(), "find", 1).getReturnType();
		HubConnectionString string = HubConnectionString.parse(setup.service());
		Method create = connectionType.getMethod("create", String.class, string.host().getClass(), String.class);
		connection = call(create.invoke(null, "bench", string.host(), string.policyName()), "withCaCertificate", setup.authority());
		call(connections, "save", connection, string.credential());
		created = Stream.of(Class.forName("iothubtools.core.events.HubEvent").getDeclaredClasses())
				.filter(event -> CREATED.contains(event.getSimpleName())).findFirst().orElseThrow().getConstructors()[0];
		inventory = inventory();
	}

	private Object inventory() throws Exception {
		Runnable listener = () -> {
			synchronized (changed) {
				changed.notifyAll();
			}
		};
		for (String name : INVENTORIES) {
			try {
				return make(Class.forName(name), List.of(core, listener));
			} catch (ClassNotFoundException e) {
				// that of the other builds
			}
		}
		throw new IllegalStateException("none of " + INVENTORIES);
	}

	/** Reads all devices anew. */
	void load() throws Exception {
		Object before = contents();
		Object loadedAt = call(before, "loadedAt");
		call(inventory, "refresh", connection);
		synchronized (changed) {
			while (!call(contents(), "phase").toString().equals("LOADED") || call(contents(), "loadedAt").equals(loadedAt)) {
				Object failure = call(contents(), "failure");
				if (failure != null) {
					throw new IllegalStateException(failure.toString());
				}
				changed.wait();
			}
		}
	}

	/** Forgets all devices. */
	void forget() throws Exception {
		call(inventory, "close");
		inventory = inventory();
	}

	/** How many devices are known, told by what a view is given to show. */
	int count() throws Exception {
		return (int) call(contents(), "count");
	}

	private Object contents() throws Exception {
		return ((List<?>) call(inventory, "all")).get(0);
	}

	/** The news of a device that was made. */
	Object created(String id) throws Exception {
		DeviceIdentity device = DeviceIdentity.builder(id).build();
		return created.newInstance(connection, created.getParameterTypes()[1] == List.class ? List.of(device) : device);
	}

	/** Tells news. */
	void tell(Object event) throws Exception {
		fire.invoke(events, event);
	}

	/** Deletes devices, as the command of the view does: since that can be undone, it keeps what they were. */
	void delete(List<String> ids) throws Exception {
		Constructor<?> whole = Stream.of(Class.forName(OPERATION).getConstructors()).max(Comparator.comparingInt(Constructor::getParameterCount)).orElseThrow();
		Object operation = whole.getParameterCount() == 2 ? whole.newInstance(connection, ids)
				: whole.newInstance(connection, ids, whole.getParameterTypes()[2].getConstructor().newInstance());
		method(operations.getClass(), "run", 2).invoke(operations, operation, null);
	}

	/** Disables devices or enables them, as the command of the view does. */
	void disable(List<String> ids, boolean disabled) throws Exception {
		Object change = disabled ? one(CHANGES + "$Disable", "bench") : one(CHANGES + "$Enable");
		run(one("iothubtools.core.operations.UpdateDevicesOperation", connection, ids, change));
	}

	/** Imports a file of devices, as the wizard does. */
	void importFile(Path file) throws Exception {
		run(one("iothubtools.core.operations.ImportDevicesOperation", connection, file, false));
	}

	/** Fails unless all that was to be done was done. */
	private void run(Object operation) throws Exception {
		Object outcome = method(operations.getClass(), "run", 2).invoke(operations, operation, null);
		Map<?, ?> failures = (Map<?, ?>) call(outcome, "failures");
		if (!failures.isEmpty()) {
			throw new IllegalStateException(failures.size() + " failed, such as " + failures.entrySet().iterator().next());
		}
	}

	private static Object one(String type, Object... arguments) throws Exception {
		return Class.forName(type).getConstructors()[0].newInstance(arguments);
	}

	/** Made of these, of what the core has, and of what is there for it in memory. */
	private Object make(Class<?> type, List<Object> given) throws Exception {
		Constructor<?> constructor = type.getConstructors()[0];
		Object[] arguments = new Object[constructor.getParameterCount()];
		for (int i = 0; i < arguments.length; i++) {
			arguments[i] = argument(constructor.getParameterTypes()[i], given);
		}
		return constructor.newInstance(arguments);
	}

	private Object argument(Class<?> type, List<Object> given) throws Exception {
		for (Object one : given) {
			if (type.isInstance(one)) {
				return one;
			}
		}
		Object inMemory = CoreInMemory.of(type).orElse(null);
		return inMemory != null ? inMemory : Arrays.stream(core.getClass().getMethods())
				.filter(method -> method.getParameterCount() == 0 && method.getReturnType() == type).findFirst().orElseThrow().invoke(core);
	}

	private static Object call(Object object, String name, Object... arguments) throws Exception {
		return method(object.getClass(), name, arguments.length).invoke(object, arguments);
	}

	private static Method method(Class<?> type, String name, int parameters) {
		return Arrays.stream(type.getMethods()).filter(method -> method.getName().equals(name) && method.getParameterCount() == parameters)
				.findFirst().orElseThrow(() -> new IllegalStateException(type + " has no " + name));
	}

	@Override
	public void close() throws Exception {
		call(inventory, "close");
		call(core, "close");
	}
}
