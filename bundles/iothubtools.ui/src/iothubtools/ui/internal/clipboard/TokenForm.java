// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.clipboard;

import java.time.Clock;
import java.time.Duration;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.auth.ConnectionString;
import iothubtools.client.auth.SasToken;

/**
 * A SAS token for all that a device or a policy may.
 *
 * @param life  from the moment it is made
 * @param clock this machine's
 */
public record TokenForm(Duration life, Clock clock) implements CopyForm {

	@Override
	public @Nullable String line(ConnectionString connection) {
		SasToken token = connection.token(clock.instant().plus(life));
		return token == null ? null : token.value();
	}
}
