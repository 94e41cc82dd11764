// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.methods;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.errors.InvalidInputException;
import iothubtools.client.exchange.Masking;
import iothubtools.client.json.JsonDocument;
import iothubtools.client.methods.DirectMethod;
import iothubtools.client.names.ClientId;
import iothubtools.ui.internal.forms.Findings;

/** What a person entered for a direct method, as it was entered. */
public final class MethodModel {

	private String name = "";
	private String payload = "";
	private String responseTimeout = Long.toString(DirectMethod.DEFAULT_RESPONSE_TIMEOUT.toSeconds());
	private String connectTimeout = "0";
	private JsonDocument json = JsonDocument.read("");
	/** Ids with blanks between them: who is to run it. */
	private String devices = "";
	/** Of the one device; empty for the device itself. */
	private String module = "";

	String name() {
		return name;
	}

	void setName(String name) {
		this.name = name;
	}

	String payload() {
		return payload;
	}

	void setPayload(String payload) {
		this.payload = payload;
		json = JsonDocument.read(payload);
	}

	/** What the payload is read as. */
	JsonDocument json() {
		return json;
	}

	String responseTimeout() {
		return responseTimeout;
	}

	void setResponseTimeout(String seconds) {
		responseTimeout = seconds;
	}

	String connectTimeout() {
		return connectTimeout;
	}

	void setConnectTimeout(String seconds) {
		connectTimeout = seconds;
	}

	String devices() {
		return devices;
	}

	void setDevices(String ids) {
		devices = ids;
	}

	String module() {
		return module;
	}

	void setModule(String id) {
		module = id;
	}

	/** The devices that are named, each once. */
	List<String> deviceIds() {
		return Stream.of(devices.strip().split("\\s+")).filter(id -> !id.isEmpty()).distinct().toList();
	}

	/** Who is to run it. */
	List<ClientId> targets() {
		return deviceIds().stream().map(id -> module.isEmpty() ? ClientId.device(id) : ClientId.module(id, module)).toList();
	}

	/** Takes over a method that was run. */
	void set(DirectMethod method) {
		String text = method.payload();
		setName(method.name());
		setPayload(text == null ? "" : text);
		setResponseTimeout(Long.toString(method.responseTimeout().toSeconds()));
		setConnectTimeout(Long.toString(method.connectTimeout().toSeconds()));
	}

	/** What is missing, wrong or doubtful. */
	Findings findings() {
		return Findings.of(this, MethodRules.ALL);
	}

	/** The same of the method alone, whoever runs it; what becomes of a key in it is for them to say. */
	public Findings ofMethod() {
		return Findings.of(this, MethodRules.METHOD);
	}

	/** Whether something in it looks like a key or token. */
	public boolean mayHaveSecret() {
		return !Masking.mayBeKept(payload) || !Masking.mayBeKept(name);
	}

	/** The seconds of a text; null where it is no whole number. */
	static @Nullable Integer seconds(String text) {
		try {
			return Integer.valueOf(text.strip());
		} catch (NumberFormatException e) {
			return null;
		}
	}

	/**
	 * The method.
	 *
	 * @throws InvalidInputException if something of it cannot be; nothing of that is left where there is no finding
	 */
	public DirectMethod method() {
		Integer response = seconds(responseTimeout);
		Integer connect = seconds(connectTimeout);
		return new DirectMethod(name.strip(), payload.isBlank() ? null : payload.strip(), Duration.ofSeconds(connect == null ? 0 : connect),
				Duration.ofSeconds(response == null ? 0 : response));
	}
}
