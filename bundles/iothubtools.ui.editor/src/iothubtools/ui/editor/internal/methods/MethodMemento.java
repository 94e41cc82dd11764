// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.methods;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.IMemento;

import iothubtools.ui.internal.KeptText;

/** What is typed for a direct method, from one start of the IDE to the next: without what looks like it holds a key or token. */
final class MethodMemento {

	private static final String NAME = "name";
	private static final String MODULE = "module";
	private static final String RESPONSE = "response";
	private static final String CONNECT = "connect";
	private static final String PAYLOAD = "payload";

	private MethodMemento() {
	}

	static void keep(MethodModel model, IMemento memento) {
		KeptText.put(memento, NAME, model.name());
		KeptText.put(memento, MODULE, model.module());
		KeptText.put(memento, RESPONSE, model.responseTimeout());
		KeptText.put(memento, CONNECT, model.connectTimeout());
		KeptText.put(memento, PAYLOAD, model.payload());
	}

	static void restore(MethodModel model, IMemento memento) {
		model.setName(text(memento, NAME, model.name()));
		model.setModule(text(memento, MODULE, model.module()));
		model.setResponseTimeout(text(memento, RESPONSE, model.responseTimeout()));
		model.setConnectTimeout(text(memento, CONNECT, model.connectTimeout()));
		model.setPayload(text(memento, PAYLOAD, model.payload()));
	}

	private static String text(IMemento memento, String key, String otherwise) {
		@Nullable String text = memento.getString(key);
		return text == null ? otherwise : text;
	}
}
