// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.methods;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.errors.InvalidInputException;
import iothubtools.client.json.JsonProblem;
import iothubtools.client.methods.DirectMethod;
import iothubtools.client.names.DeviceIds;
import iothubtools.ui.internal.forms.Finding;
import iothubtools.ui.internal.forms.Rule;
import iothubtools.ui.internal.problems.ProblemTexts;

/** The rules for direct methods (contract §3.6), one method each, in the order of the fields. */
final class MethodRules {

	static final List<Rule<MethodModel>> ALL = List.of(MethodRules::devices, MethodRules::module, MethodRules::name, MethodRules::response,
			MethodRules::connect, MethodRules::payload, MethodRules::whole, MethodRules::secret);

	/** Those that are about the method, and not about who is to run it or where it is kept. */
	static final List<Rule<MethodModel>> METHOD = List.of(MethodRules::name, MethodRules::response, MethodRules::connect, MethodRules::payload,
			MethodRules::whole);

	private static final int LEAST = (int) DirectMethod.MIN_RESPONSE_TIMEOUT.toSeconds();
	private static final int MOST = (int) DirectMethod.MAX_TIMEOUT.toSeconds();

	private MethodRules() {
	}

	static @Nullable Finding devices(MethodModel model) {
		if (model.deviceIds().isEmpty()) {
			return Finding.missing(MethodIds.DEVICES, Messages.Devices_missing);
		}
		for (String id : model.deviceIds()) {
			String problem = DeviceIds.problem(id);
			if (problem != null) {
				return Finding.error(MethodIds.DEVICES, NLS.bind(Messages.Device_problem, id, problem));
			}
		}
		return null;
	}

	static @Nullable Finding module(MethodModel model) {
		String problem = model.module().isEmpty() ? null : DeviceIds.problem(model.module());
		return problem == null ? null : Finding.error(MethodIds.TARGET, NLS.bind(Messages.Module_problem, problem));
	}

	static @Nullable Finding name(MethodModel model) {
		return model.name().isBlank() ? Finding.missing(MethodIds.NAME, Messages.Name_missing) : null;
	}

	static @Nullable Finding response(MethodModel model) {
		return isBetween(model.responseTimeout(), LEAST) ? null
				: Finding.error(MethodIds.RESPONSE_TIMEOUT, NLS.bind(Messages.Response_problem, LEAST, MOST));
	}

	static @Nullable Finding connect(MethodModel model) {
		if (!isBetween(model.connectTimeout(), 0)) {
			return Finding.error(MethodIds.CONNECT_TIMEOUT, NLS.bind(Messages.Connect_problem, 0, MOST));
		}
		Integer response = MethodModel.seconds(model.responseTimeout());
		Integer connect = MethodModel.seconds(model.connectTimeout());
		return response != null && connect != null && connect > response && response >= LEAST
				? Finding.error(MethodIds.CONNECT_TIMEOUT, Messages.Connect_longer) : null;
	}

	private static boolean isBetween(String typed, int least) {
		Integer seconds = MethodModel.seconds(typed);
		return seconds != null && seconds >= least && seconds <= MOST;
	}

	static @Nullable Finding payload(MethodModel model) {
		String text = model.payload();
		if (text.isBlank()) {
			return null;
		}
		if (!model.json().problems().isEmpty()) {
			JsonProblem first = model.json().problems().get(0);
			return Finding.error(MethodIds.PAYLOAD, NLS.bind(Messages.Payload_problem, ProblemTexts.line(first, text), ProblemTexts.of(first)));
		}
		return text.getBytes(StandardCharsets.UTF_8).length > DirectMethod.MAX_PAYLOAD
				? Finding.error(MethodIds.PAYLOAD, NLS.bind(Messages.Payload_long, DirectMethod.MAX_PAYLOAD / 1024)) : null;
	}

	/** Whatever else the client does not take. */
	static @Nullable Finding whole(MethodModel model) {
		if (name(model) != null || response(model) != null || connect(model) != null || payload(model) != null) {
			return null;
		}
		try {
			model.method();
			return null;
		} catch (InvalidInputException e) {
			return Finding.error(MethodIds.PAYLOAD, NLS.bind(Messages.Not_possible, e.getMessage()));
		}
	}

	/** It is sent all the same. */
	static @Nullable Finding secret(MethodModel model) {
		return model.mayHaveSecret() ? Finding.warning(MethodIds.PAYLOAD, Messages.Payload_secret) : null;
	}
}
