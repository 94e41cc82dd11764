// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.clipboard;

import java.util.Locale;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.auth.ConnectionString;
import iothubtools.client.auth.HubConnectionString;

/** Connection strings for the places they are pasted to. */
public enum ConnectionStringForm implements CopyForm {

	/** As it is. */
	PLAIN {
		@Override
		public @Nullable String line(ConnectionString connection) {
			return connection.format();
		}
	},
	/** A variable of a shell; its name is the one that Azure's samples read. */
	VARIABLE {
		@Override
		public @Nullable String line(ConnectionString connection) {
			String name = connection instanceof HubConnectionString ? "IOTHUB_CONNECTION_STRING" : "IOTHUB_DEVICE_CONNECTION_STRING";
			// between single quotes a shell takes all literally, but the quote itself
			return name + "='" + connection.format().replace("'", "'\\''") + "'";
		}
	},
	/** A literal for Java's sources. */
	JAVA {
		@Override
		public @Nullable String line(ConnectionString connection) {
			return '"' + connection.format().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
		}
	};

	/** The form of that name, as it is a command's parameter; {@link #PLAIN} for null. */
	public static ConnectionStringForm of(@Nullable String name) {
		return name == null ? PLAIN : valueOf(name.toUpperCase(Locale.ROOT));
	}
}
