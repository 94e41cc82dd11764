// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.DataType;
import org.h2.mvstore.type.LongDataType;
import org.h2.mvstore.type.StringDataType;

import iothubtools.localhub.internal.auth.Policy;
import iothubtools.localhub.internal.auth.PolicyKeys.KeyPair;
import iothubtools.localhub.internal.auth.PolicyKeys;
import iothubtools.localhub.internal.commands.FeedbackStore;
import iothubtools.localhub.internal.commands.QueueStore;
import iothubtools.localhub.internal.commands.QueuedMessage;
import iothubtools.localhub.internal.configurations.ConfigurationStore;
import iothubtools.localhub.internal.devices.DeviceStore;
import iothubtools.localhub.internal.eventhub.LogPositions;
import iothubtools.localhub.internal.jobs.JobStore;
import iothubtools.localhub.internal.kernel.BeforeChange;
import iothubtools.localhub.internal.kernel.Writer;
import iothubtools.localhub.internal.modules.ModuleStore;
import iothubtools.localhub.internal.tls.OwnerOnly;
import iothubtools.localhub.internal.twins.TwinStore;

/** All that a hub keeps, in one file of H2's MVStore, which appends and so survives being cut off at any point. */
public final class HubStore implements AutoCloseable {

	/** Of pages that were read; a fifth of the heap when that is less, so that there is room for much else. */
	private static final int CACHE_MEGABYTES = 96;
	private static final int HEAP_PARTS = 5;
	/** Where messages were before the first release; now they are in the logs of the built-in endpoint. */
	private static final String OLD_MESSAGES = "telemetry";
	/** Where cloud-to-device messages were before the first release, by their devices. */
	private static final String OLD_QUEUES = "cloudToDevice";

	private final StoreMark mark;
	private final boolean sync;
	private final MVStore file;
	private final GroupCommit writer;
	private final ChangeListeners changes = new ChangeListeners();
	private final StoredDevices devices;
	private final StoredModules modules;
	private final StoredTwins twins;
	private final StoredQueues queues;
	private final StoredFeedback feedback;
	private final StoredJobs jobs;
	private final StoredConfigurations configurations;
	private final PolicyKeys policyKeys;
	private final KeptPositions positions;
	private final List<Runnable> beforeCommit = new CopyOnWriteArrayList<>();

	/**
	 * Opens the store, makes it when it is not there.
	 *
	 * @param onFailure called, on the thread that writes, when a commit failed: nothing can be written any more then, and what was
	 *                  confirmed is in the file
	 * @param sync      whether each commit waits for the disk, so that it survives a power cut
	 * @throws IOException           when the folder cannot be written
	 * @throws DamagedStoreException when the file is not what the hub left
	 * @throws MVStoreException      when another process has it open, or it is damaged or cannot be read or written
	 */
	public HubStore(Path path, boolean sync, Consumer<Throwable> onFailure)
			throws IOException, DamagedStoreException {
		this.sync = sync;
		mark = StoreMark.open(path);
		file = open(path, mark);
		long version = file.getCurrentVersion();
		PositionSlots slots = null;
		try {
			Counters counters = new Counters(map("counters", LongDataType.INSTANCE));
			slots = PositionSlots.open(path, sync);
			positions = new KeptPositions(counters, slots, version, mark);
			queues = new StoredQueues(queuedMessages(), counters);
			feedback = new StoredFeedback(map("feedback", LongDataType.INSTANCE, new FeedbackType()), counters);
			configurations = new StoredConfigurations(map("configurations", new ConfigurationType()));
			jobs = new StoredJobs(map("jobs", new ScheduledJobType()), map("deviceJobs", new DeviceJobType()));
			twins = new StoredTwins(map("twins", new TwinType()), map("moduleTwins", new TwinType()), changes);
			modules = new StoredModules(map("modules", new ModuleType()), map("moduleActivities", new ActivityType()),
					List.of(twins, queues), changes);
			devices = new StoredDevices(map("devices", new DeviceType()), map("activities", new ActivityType()), counters,
					List.of(modules, twins, queues), changes);
			policyKeys = policyKeys(map("policyKeys", StringDataType.INSTANCE));
			if (file.hasMap(OLD_MESSAGES)) {
				file.removeMap(OLD_MESSAGES);
			}
			file.commit();
			isKept();
			writer = new GroupCommit(file, positions, new DiskRoom(path), this::beforeCommit, this::isKept, devices::keepSent, onFailure);
		} catch (IOException | DamagedStoreException | RuntimeException | Error e) {
			// so that it can be opened again
			file.closeImmediately();
			if (slots != null) {
				slots.close();
			}
			mark.close();
			throw e;
		}
	}

	private void beforeCommit() {
		beforeCommit.forEach(Runnable::run);
	}

	/** Nothing is written before it is known to be what the hub left. */
	private static MVStore open(Path path, StoreMark mark) throws IOException, DamagedStoreException {
		MVStore opened = null;
		try {
			OwnerOnly.createFile(path);
			opened = new MVStore.Builder().fileName(path.toString()).autoCommitDisabled().autoCommitBufferSize(0)
					.cacheSize(cacheMegabytes()).open();
			mark.check(opened.getCurrentVersion());
			return opened;
		} catch (IOException | DamagedStoreException | RuntimeException e) {
			if (opened != null) {
				opened.closeImmediately();
			}
			mark.close();
			throw e;
		}
	}

	/** Before anyone hears of a commit. */
	private void isKept() {
		if (sync) {
			file.sync();
		}
		try {
			mark.isKept(file.getCurrentVersion());
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static int cacheMegabytes() {
		return (int) Math.min(CACHE_MEGABYTES, Runtime.getRuntime().maxMemory() / HEAP_PARTS / (1024 * 1024));
	}

	private <V> MVMap<String, V> map(String name, DataType<V> values) {
		return map(name, StringDataType.INSTANCE, values);
	}

	private <K, V> MVMap<K, V> map(String name, DataType<K> keys, DataType<V> values) {
		return file.openMap(name, new MVMap.Builder<K, V>().keyType(keys).valueType(values));
	}

	private MVMap<Long, QueuedMessage> queuedMessages() {
		MVMap<Long, QueuedMessage> byNumber = map("cloudToDeviceMessages", LongDataType.INSTANCE, new QueuedMessageType());
		if (file.hasMap(OLD_QUEUES)) {
			MVMap<String, QueuedMessage> byDevice = map(OLD_QUEUES, new QueuedMessageType());
			byDevice.values().forEach(message -> byNumber.put(message.sequenceNumber(), message));
			file.removeMap(byDevice);
		}
		return byNumber;
	}

	private static PolicyKeys policyKeys(MVMap<String, String> kept) {
		Map<Policy, KeyPair> keys = new EnumMap<>(Policy.class);
		for (Policy policy : Policy.values()) {
			KeyPair made = KeyPair.random();
			keys.put(policy, new KeyPair(keptOr(kept, policy.wireName() + "/primary", made.primary()),
					keptOr(kept, policy.wireName() + "/secondary", made.secondary())));
		}
		return new PolicyKeys(keys);
	}

	private static String keptOr(MVMap<String, String> kept, String name, String made) {
		return kept.computeIfAbsent(name, missing -> made);
	}

	/** The keys of the policies, made at first start. */
	public PolicyKeys policyKeys() {
		return policyKeys;
	}

	/** The devices. */
	public DeviceStore devices() {
		return devices;
	}

	/** The modules. */
	public ModuleStore modules() {
		return modules;
	}

	/** The twins that were ever written. */
	public TwinStore twins() {
		return twins;
	}

	/** The cloud-to-device messages. */
	public QueueStore queues() {
		return queues;
	}

	/** What became of cloud-to-device messages. */
	public FeedbackStore feedback() {
		return feedback;
	}

	/** Scheduled jobs. */
	public JobStore jobs() {
		return jobs;
	}

	/** Configurations. */
	public ConfigurationStore configurations() {
		return configurations;
	}

	/** The way to change any of it. */
	public Writer writer() {
		return writer;
	}

	/** Calls this before each change of the identity, the connection state or the twin of a device or module. */
	public void beforeChange(BeforeChange listener) {
		changes.add(listener);
	}

	/** How far the files of the built-in endpoint count. */
	public LogPositions positions() {
		return positions;
	}

	/** Calls this on the thread that writes, before each commit: what it writes goes with that. */
	public void beforeCommit(Runnable listener) {
		beforeCommit.add(listener);
	}

	/** Calls this on the thread that writes, which it must not keep, after each commit and before its callers hear of it. */
	public void onCommit(Runnable listener) {
		writer.onCommit(listener);
	}

	/** Calls this on the thread that writes, which it must not keep, after the callers of a commit heard of it. */
	public void onAnswered(Runnable listener) {
		writer.onAnswered(listener);
	}

	/**
	 * Reads on the store's own thread and waits. For threads that others may interrupt: Java closes a file under the thread
	 * that is interrupted while it reads.
	 */
	public <T> T read(Supplier<T> reading) {
		CompletableFuture<T> result = writer.read(reading).toCompletableFuture();
		return result.join();
	}

	/** Whether anything was kept since it was opened. */
	public boolean hasWritten() {
		return writer.hasWritten();
	}

	/** Writes what is asked for, then closes the file. */
	@Override
	public void close() {
		writer.close();
		try (mark; positions) {
			if (!writer.hasFailed()) {
				long version = file.getCurrentVersion();
				file.close();
				mark.isClosed(version);
			}
		} catch (MVStoreException | IOException e) {
			// a disk without room even for what is written at the end; all that was confirmed is in the file
			file.closeImmediately();
		}
	}
}
