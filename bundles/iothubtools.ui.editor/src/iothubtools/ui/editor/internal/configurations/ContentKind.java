// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.configurations;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.configurations.Configuration;
import iothubtools.client.json.JsonDocument;
import iothubtools.client.json.JsonMember;
import iothubtools.client.json.JsonObjectNode;

/** What a configuration is for; its content has a member for it, and no other one. */
enum ContentKind {

	DEVICE("deviceContent", ConfigurationFields.DEVICE, """
			{
			  "deviceContent": {
			    "properties.desired": {
			    }
			  }
			}"""),
	MODULE("moduleContent", ConfigurationFields.MODULE, """
			{
			  "moduleContent": {
			    "properties.desired": {
			    }
			  }
			}"""),
	EDGE("modulesContent", ConfigurationFields.EDGE, """
			{
			  "modulesContent": {
			    "$edgeAgent": {
			      "properties.desired": {
			      }
			    },
			    "$edgeHub": {
			      "properties.desired": {
			      }
			    }
			  }
			}""");

	private final String member;
	private final String fieldId;
	private final String template;

	ContentKind(String member, String fieldId, String template) {
		this.member = member;
		this.fieldId = fieldId;
		this.template = template;
	}

	/** The member of the content. */
	String member() {
		return member;
	}

	/** Id of the button that chooses it. */
	String fieldId() {
		return fieldId;
	}

	/** What somebody begins with who has no content yet. */
	String template() {
		return template;
	}

	/** With its mnemonic. */
	String label() {
		return switch (this) {
		case DEVICE -> Messages.Kind_device;
		case MODULE -> Messages.Kind_module;
		case EDGE -> Messages.Kind_edge;
		};
	}

	/** What a configuration is for; devices where its content does not say. */
	static ContentKind of(Configuration configuration) {
		if (JsonDocument.read(configuration.content()).root() instanceof JsonObjectNode content) {
			ContentKind kind = of(content);
			return kind == null ? DEVICE : kind;
		}
		return DEVICE;
	}

	/** Null where it has none of the members. */
	static @Nullable ContentKind of(JsonObjectNode content) {
		for (ContentKind kind : values()) {
			JsonMember member = content.member(kind.member);
			// some tools write all of the members, those that are not there as null
			if (member != null && member.value() instanceof JsonObjectNode) {
				return kind;
			}
		}
		return null;
	}
}
