// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.methods;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.errors.HubException;
import iothubtools.client.exchange.Masking;
import iothubtools.client.methods.DirectMethod;
import iothubtools.client.methods.MethodResult;
import iothubtools.core.connections.HubRights;
import iothubtools.core.events.HubEvent;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.methods.MethodFile.Content;
import iothubtools.core.methods.MethodRun.Answered;
import iothubtools.core.methods.MethodRun.Cancelled;
import iothubtools.core.methods.MethodRun.End;
import iothubtools.core.methods.MethodRun.Failed;
import iothubtools.core.operations.InvokeMethodOperation;
import iothubtools.core.status.HubStatus;
import iothubtools.core.tasks.ItemOutcome.Result;
import iothubtools.core.tasks.MethodOutcome;

/**
 * The direct methods that were run at each hub, with what came of them, and those that somebody likes best. They are in files beside the
 * lists of devices, never with a key or token in them, and go with their connection. The oldest fall out where there are too many. Safe to
 * call from any thread, but as a file may be read not from the UI thread, where it does not say so; a change is told to {@link HubEvents}.
 */
public final class MethodHistory {

	/** How many runs of a hub are known. */
	public static final int MOST = 200;
	/** How many favourites a hub may have. */
	public static final int MOST_FAVOURITES = 50;

	/** Characters of the texts of all runs of a hub, roughly. */
	private static final long MOST_TEXT = 4_000_000;
	/** Many that end at once are written at once. */
	private static final long PAUSE_MILLIS = 300;
	private static final String SUFFIX = ".methods";

	private final Path folder;
	private final HubEvents events;
	private final HubRights rights;
	private final Map<String, Content> known = new HashMap<>();
	/** Ids of connections whose file says something else. */
	private final Set<String> unwritten = new HashSet<>();
	/** Ids of connections that were removed: a method that ends later leaves nothing behind. */
	private final Set<String> removed = new HashSet<>();
	private final Job writing = Job.createSystem("Keep direct methods", (ICoreRunnable) monitor -> write());

	/**
	 * @param folder made when it is needed
	 * @param rights name those that are missing, in what is said of a refusal
	 */
	public MethodHistory(Path folder, HubEvents events, HubRights rights) {
		this.folder = folder;
		this.events = events;
		this.rights = rights;
		events.addListener(event -> {
			if (event instanceof HubEvent.ConnectionRemoved gone) {
				forget(gone.connection());
			} else if (event instanceof HubEvent.ConnectionAdded added) {
				welcome(added.connection());
			}
		});
	}

	/** What was run at a hub, the newest first. */
	public synchronized List<MethodRun> runs(HubConnection connection) {
		return content(connection).runs();
	}

	/** The favourites of a hub, in the order in which they were added. */
	public synchronized List<DirectMethod> favourites(HubConnection connection) {
		return content(connection).favourites();
	}

	/** Whether a method may be a favourite: no key or token is in a file. On any thread. */
	public static boolean mayBeKept(DirectMethod method) {
		String payload = method.payload();
		return Masking.mayBeKept(method.name()) && (payload == null || Masking.mayBeKept(payload));
	}

	/**
	 * Why there is no answer, as a person reads it; null where there is one, or nobody waited for it. On any thread.
	 */
	public @Nullable HubStatus status(HubConnection connection, MethodOutcome outcome) {
		HubException failure = outcome.failure();
		return failure == null ? null : HubStatus.of(failure, connection, rights.missing(connection, InvokeMethodOperation.NEEDS));
	}

	/** Takes note of what became of a method; of one that was not tried, or of a connection that is gone, it does not. Returns it as it is known from now on. */
	public @Nullable MethodRun add(HubConnection connection, DirectMethod method, MethodOutcome outcome) {
		if (outcome.result() == Result.NOT_TRIED) {
			return null;
		}
		MethodRun run = new MethodRun(UUID.randomUUID().toString(), outcome.begun(), outcome.took(), outcome.target(), method, end(connection, outcome),
				true);
		change(connection, content -> {
			List<MethodRun> runs = new ArrayList<>(content.runs());
			runs.add(0, run);
			return new Content(bounded(runs), content.favourites());
		});
		return run;
	}

	private End end(HubConnection connection, MethodOutcome outcome) {
		MethodResult answer = outcome.answer();
		HubStatus status = status(connection, outcome);
		return answer != null ? new Answered(answer) : status != null ? new Failed(status.hubCode().name(), status.getMessage()) : new Cancelled();
	}

	private static List<MethodRun> bounded(List<MethodRun> runs) {
		long text = 0;
		for (int i = 0; i < runs.size(); i++) {
			text += runs.get(i).size();
			if (i == MOST || i > 0 && text > MOST_TEXT) {
				return List.copyOf(runs.subList(0, i));
			}
		}
		return List.copyOf(runs);
	}

	/** Forgets some runs. */
	public void remove(HubConnection connection, Collection<MethodRun> some) {
		Set<String> ids = new HashSet<>();
		some.forEach(run -> ids.add(run.id()));
		change(connection, content -> new Content(content.runs().stream().filter(run -> !ids.contains(run.id())).toList(), content.favourites()));
	}

	/**
	 * Makes a method a favourite, or none any more. Of too many the oldest falls out.
	 *
	 * @throws IllegalArgumentException if it {@linkplain #mayBeKept may not be kept}
	 */
	public void setFavourite(HubConnection connection, DirectMethod method, boolean favourite) {
		if (favourite && !mayBeKept(method)) {
			throw new IllegalArgumentException("a method with a key or token in it is not kept");
		}
		change(connection, content -> {
			List<DirectMethod> favourites = new ArrayList<>(content.favourites());
			favourites.removeIf(Predicate.isEqual(method));
			if (favourite) {
				favourites.add(method);
			}
			return new Content(content.runs(), List.copyOf(favourites.subList(Math.max(0, favourites.size() - MOST_FAVOURITES), favourites.size())));
		});
	}

	private interface Change {
		Content of(Content before);
	}

	private void change(HubConnection connection, Change change) {
		synchronized (this) {
			if (removed.contains(connection.id())) {
				return;
			}
			known.put(connection.id(), change.of(content(connection)));
			unwritten.add(connection.id());
		}
		writing.schedule(PAUSE_MILLIS);
		events.fire(new HubEvent.MethodsChanged(connection));
	}

	private Content content(HubConnection connection) {
		return known.computeIfAbsent(connection.id(), id -> {
			try {
				return MethodFile.read(file(id));
			} catch (IOException e) {
				ILog.of(MethodHistory.class).warn("The direct methods in " + file(id).getFileName() + " cannot be read", e);
				return Content.NONE;
			}
		});
	}

	private void forget(HubConnection connection) {
		synchronized (this) {
			removed.add(connection.id());
			known.put(connection.id(), Content.NONE);
			unwritten.add(connection.id());
		}
		writing.schedule();
	}

	/** A local hub, for one, comes back under the id it had. */
	private synchronized void welcome(HubConnection connection) {
		removed.remove(connection.id());
	}

	/** Writes what is not in a file yet, and waits for it. */
	public synchronized void write() {
		for (String id : unwritten) {
			Path file = file(id);
			try {
				Content content = known.get(id);
				if (content == null || content.equals(Content.NONE)) {
					Files.deleteIfExists(file);
				} else {
					MethodFile.write(file, content);
				}
			} catch (IOException e) {
				ILog.of(MethodHistory.class).warn("Direct methods cannot be kept in " + file.getFileName(), e);
			}
		}
		unwritten.clear();
	}

	private Path file(String connectionId) {
		return folder.resolve(connectionId.replaceAll("[^A-Za-z0-9-]", "_") + SUFFIX);
	}
}
