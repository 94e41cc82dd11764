// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.methods;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonWriter;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.errors.InvalidInputException;
import iothubtools.client.exchange.Masking;
import iothubtools.client.methods.DirectMethod;
import iothubtools.client.methods.MethodResult;
import iothubtools.client.names.ClientId;
import iothubtools.client.text.HalfCharacters;
import iothubtools.core.methods.MethodRun.Answered;
import iothubtools.core.methods.MethodRun.Cancelled;
import iothubtools.core.methods.MethodRun.End;
import iothubtools.core.methods.MethodRun.Failed;
import iothubtools.core.transfer.WholeFile;

/**
 * The methods of one hub as a file: JSON, the newest first. No text is written that looks like it holds a key or token; of a run with such a
 * one the rest is. Only its owner may read it. A file of a later version, or one that is damaged, has nothing for this one.
 */
final class MethodFile {

	/**
	 * What is in it.
	 *
	 * @param runs      the newest first
	 * @param favourites in the order in which they were added
	 */
	record Content(List<MethodRun> runs, List<DirectMethod> favourites) {
		static final Content NONE = new Content(List.of(), List.of());
	}

	private static final int VERSION = 1;

	private MethodFile() {
	}

	static void write(Path file, Content content) throws IOException {
		try (WholeFile whole = WholeFile.beginOwnerOnly(file)) {
			StringWriter text = new StringWriter();
			try (JsonWriter json = new JsonWriter(text)) {
				write(json, content);
			}
			Files.writeString(whole.part(), HalfCharacters.escaped(text.toString()));
			whole.replace();
		}
	}

	private static void write(JsonWriter json, Content content) throws IOException {
		json.beginObject().name("version").value(VERSION).name("favourites").beginArray();
		for (DirectMethod method : content.favourites()) {
			json.beginObject();
			write(json, method, method.payload());
			json.endObject();
		}
		json.endArray().name("runs").beginArray();
		for (MethodRun run : content.runs()) {
			if (Masking.mayBeKept(run.method().name())) {
				write(json, run);
			}
		}
		json.endArray().endObject();
	}

	private static void write(JsonWriter json, MethodRun run) throws IOException {
		String payload = kept(run.method().payload());
		MethodResult answer = run.answer();
		boolean whole = run.whole() && (payload == null) == (run.method().payload() == null) && (answer == null || Masking.mayBeKept(answer.payload()));
		json.beginObject().name("id").value(run.id()).name("begun").value(run.begun().toString()).name("millis").value(run.took().toMillis());
		json.name("device").value(run.target().deviceId());
		if (run.target().moduleId() != null) {
			json.name("module").value(run.target().moduleId());
		}
		write(json, run.method(), payload);
		if (answer != null) {
			json.name("status").value(answer.status()).name("answer").value(Masking.mayBeKept(answer.payload()) ? answer.payload() : "");
		} else if (run.end() instanceof Failed failed) {
			json.name("code").value(failed.code()).name("message").value(Masking.text(failed.message()));
		}
		json.name("whole").value(whole).endObject();
	}

	private static void write(JsonWriter json, DirectMethod method, @Nullable String payload) throws IOException {
		json.name("name").value(method.name());
		if (payload != null) {
			json.name("payload").value(payload);
		}
		json.name("response").value(method.responseTimeout().toSeconds()).name("connect").value(method.connectTimeout().toSeconds());
	}

	private static @Nullable String kept(@Nullable String text) {
		return text != null && Masking.mayBeKept(text) ? text : null;
	}

	/** What is in the file; nothing if there is none, or it is none. */
	static Content read(Path file) throws IOException {
		try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
			JsonObject json = JsonParser.parseReader(text).getAsJsonObject();
			if (json.get("version").getAsInt() != VERSION) {
				return Content.NONE;
			}
			List<MethodRun> runs = new ArrayList<>();
			for (JsonElement run : array(json, "runs")) {
				runs.add(run(run.getAsJsonObject()));
			}
			List<DirectMethod> favourites = new ArrayList<>();
			for (JsonElement favourite : array(json, "favourites")) {
				favourites.add(method(favourite.getAsJsonObject()));
			}
			return new Content(runs, favourites);
		} catch (NoSuchFileException e) {
			return Content.NONE;
		} catch (JsonParseException | IllegalStateException | ClassCastException | NullPointerException | UnsupportedOperationException | NumberFormatException | DateTimeException
				| InvalidInputException e) {
			throw new IOException("it is damaged", e);
		}
	}

	private static JsonArray array(JsonObject json, String name) {
		return json.get(name).getAsJsonArray();
	}

	private static MethodRun run(JsonObject json) {
		String module = text(json, "module");
		return new MethodRun(json.get("id").getAsString(), Instant.parse(json.get("begun").getAsString()),
				Duration.ofMillis(json.get("millis").getAsLong()), new ClientId(json.get("device").getAsString(), module), method(json), end(json),
				json.get("whole").getAsBoolean());
	}

	private static End end(JsonObject json) {
		String answer = text(json, "answer");
		String code = text(json, "code");
		return answer != null ? new Answered(new MethodResult(json.get("status").getAsInt(), answer))
				: code != null ? new Failed(code, json.get("message").getAsString()) : new Cancelled();
	}

	private static DirectMethod method(JsonObject json) {
		return new DirectMethod(json.get("name").getAsString(), text(json, "payload"), Duration.ofSeconds(json.get("connect").getAsLong()),
				Duration.ofSeconds(json.get("response").getAsLong()));
	}

	private static @Nullable String text(JsonObject json, String name) {
		JsonElement value = json.get(name);
		return value == null ? null : value.getAsString();
	}
}
