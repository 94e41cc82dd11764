// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.internal.azurecli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.auth.AccessToken;
import iothubtools.client.auth.AccessTokenSource;
import iothubtools.client.errors.SignInException.Kind;
import iothubtools.client.errors.SignInException;

/**
 * Asks the Azure CLI for tokens: {@code az account get-access-token}. It keeps the sign-in itself, and encrypts it where the
 * system can; here a token is in memory only. Each request is a process of its own, which ends with it.
 */
public final class AzureCli implements AccessTokenSource {

	/** It takes one or two seconds, ten on a slow Windows. */
	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final Supplier<@Nullable Path> program;
	private final String tenant;
	private final Duration patience;

	/**
	 * @param program where {@code az} is, null when it is not there; looked for each time, as it may be installed meanwhile
	 * @param tenant  as in {@link iothubtools.core.hubs.ConnectionKind.Entra}
	 */
	public AzureCli(Supplier<@Nullable Path> program, String tenant) {
		this(program, tenant, PATIENCE);
	}

	/** For tests: with another patience. */
	public AzureCli(Supplier<@Nullable Path> program, String tenant, Duration patience) {
		this.program = program;
		this.tenant = tenant;
		this.patience = patience;
	}

	@Override
	public CompletableFuture<AccessToken> request(String audience) {
		CompletableFuture<AccessToken> token = new CompletableFuture<>();
		Thread work = new Thread(() -> {
			try {
				token.complete(run(audience, token));
			} catch (SignInException | RuntimeException | Error e) {
				token.completeExceptionally(e);
			}
		}, "Azure CLI: access token");
		work.setDaemon(true);
		work.start();
		return token;
	}

	private AccessToken run(String audience, CompletableFuture<AccessToken> wanted) throws SignInException {
		Path az = program.get();
		if (az == null) {
			throw new SignInException(Kind.TOOL_NOT_FOUND, "The Azure CLI (az) is not on this machine", null);
		}
		Process process = start(az, audience);
		// also when it was cancelled meanwhile
		wanted.whenComplete((token, failure) -> end(process));
		try (ProcessText out = ProcessText.of(process.getInputStream()); ProcessText err = ProcessText.of(process.getErrorStream())) {
			if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
				throw new SignInException(Kind.TIMEOUT, "The Azure CLI gave no token within " + patience.toSeconds() + " seconds", null);
			}
			int exit = process.exitValue();
			if (exit != 0) {
				throw AzFailure.of(exit, err.get());
			}
			return AzReply.read(out.get());
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new SignInException(Kind.FAILED, "Interrupted", null);
		} finally {
			end(process);
		}
	}

	private Process start(Path az, String audience) throws SignInException {
		List<String> command = new ArrayList<>(List.of(az.toString(), "account", "get-access-token", "--resource", audience,
				"--output", "json"));
		if (!tenant.isEmpty()) {
			command.addAll(List.of("--tenant", tenant));
		}
		try {
			Process process = new ProcessBuilder(command).start();
			// it must not wait for an answer that nobody gives
			process.getOutputStream().close();
			return process;
		} catch (IOException e) {
			throw new SignInException(Kind.FAILED, "The Azure CLI cannot be run: " + e.getMessage(), e);
		}
	}

	/** With what it has started: {@code az} is a script. */
	private static void end(Process process) {
		process.descendants().forEach(ProcessHandle::destroyForcibly);
		process.destroyForcibly();
	}
}
