// SPDX-License-Identifier: EPL-2.0
package iothubtools.tests.support.azurecli;

import java.io.File;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import iothubtools.localhub.LocalHub;
import iothubtools.localhub.settings.TestIssuer;
import iothubtools.tests.support.hub.CertificateFile;

/**
 * A program that is called as the Azure CLI is and answers as it does, with tokens of a local hub's test issuer: the real one can
 * sign in at Microsoft only. It keeps what it was called with, warns on its error stream as the real one often does, and fails or waits
 * when it is told to.
 */
public final class StandInAz {

	private static final boolean WINDOWS = File.separatorChar == '\\';
	private static final String SHELL = """
			#!/bin/sh
			cd "$(dirname "$0")"
			echo "$*" >> calls
			echo "WARNING: a new version is there" >&2
			if [ -f wait ]; then sleep 600; fi
			if [ -f error ]; then cat error >&2; exit 1; fi
			cat reply
			""";
	private static final String BATCH = """
			@echo off
			cd /d "%~dp0"
			echo %*>>calls
			echo WARNING: a new version is there>&2
			if exist wait ping -n 600 127.0.0.1 >nul
			if exist error type error>&2
			if exist error exit /b 1
			type reply
			""";

	private final Path folder;
	private final Path program;

	/** In a folder of its own, which may have blanks in its name. */
	public StandInAz(Path folder) throws IOException {
		this.folder = Files.createDirectories(folder);
		program = folder.resolve(WINDOWS ? "az.cmd" : "az");
		Files.writeString(program, WINDOWS ? BATCH.replace("\n", "\r\n") : SHELL);
		if (!program.toFile().setExecutable(true)) {
			throw new IOException("cannot be made executable: " + program);
		}
	}

	/** Its file. */
	public Path program() {
		return program;
	}

	/** Somebody is signed in who is this client of the hub's issuer; the token. */
	public String signIn(LocalHub hub, String client) throws IOException, InterruptedException, GeneralSecurityException {
		TestIssuer issuer = hub.testIssuer();
		if (issuer == null) {
			throw new IllegalStateException("The hub has no issuer");
		}
		String user = Base64.getEncoder().encodeToString((client + ':' + issuer.secret()).getBytes(StandardCharsets.UTF_8));
		HttpClient http = HttpClient.newBuilder().sslContext(new CertificateFile(hub.caCertificate()).trusted()).build();
		String body = http.send(HttpRequest.newBuilder(issuer.endpoint()).header("Authorization", "Basic " + user)
				.POST(BodyPublishers.ofString("grant_type=client_credentials")).build(), BodyHandlers.ofString()).body();
		JsonObject reply = JsonParser.parseString(body).getAsJsonObject();
		String token = reply.get("access_token").getAsString();
		Instant expiry = Instant.now().plusSeconds(reply.get("expires_in").getAsLong());
		print("{\"accessToken\": \"" + token + "\", \"expiresOn\": \"2026-01-02 03:04:05.000000\", \"expires_on\": " + expiry.getEpochSecond()
				+ ", \"subscription\": \"s\", \"tenant\": \"t\", \"tokenType\": \"Bearer\"}");
		return token;
	}

	/** It prints this from now on. */
	public void print(String reply) throws IOException {
		Files.writeString(folder.resolve("reply"), reply + "\n");
		Files.deleteIfExists(folder.resolve("error"));
	}

	/** It fails from now on and tells this on its error stream. */
	public void fail(String error) throws IOException {
		Files.writeString(folder.resolve("error"), error + "\n");
	}

	/** It does not end from now on. */
	public void stall() throws IOException {
		Files.writeString(folder.resolve("wait"), "");
	}

	/** What it was called with so far. */
	public List<String> calls() throws IOException {
		Path calls = folder.resolve("calls");
		return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
	}
}
