// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.query;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;

import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.queries.SavedQueries;
import iothubtools.core.queries.SavedQuery;
import iothubtools.ui.internal.HelpContext;
import iothubtools.ui.internal.forms.Confirmation;
import iothubtools.ui.internal.forms.LineDialog;
import iothubtools.ui.internal.model.QueryNode;

/** The names of queries that are kept: asked for when a query is saved or renamed, each once at a hub. */
public final class QueryNames {

	/** Longer ones are no names. */
	private static final int LONGEST = 100;

	private QueryNames() {
	}

	/** Asks for another name of a query and gives it that name. */
	public static void rename(Shell shell, QueryNode node) {
		SavedQueries queries = IotHubCore.get().queries();
		LineDialog dialog = new LineDialog(shell, Messages.Rename_title, NLS.bind(Messages.Rename_message, node.name()), node.name(), name -> {
			SavedQuery other = name == null ? null : queries.named(node.connection(), name.strip());
			return other != null && !other.id().equals(node.query().id()) ? NLS.bind(Messages.Name_taken, name) : problem(name);
		});
		if (HelpContext.open(dialog, QueryNames.class) == Window.OK) {
			queries.save(node.connection(), node.query().withName(dialog.getValue().strip()));
		}
	}

	/**
	 * Asks for the name of a query and keeps it.
	 *
	 * @param name what is proposed
	 * @return what was kept; null if the person cancelled, or the text may not be kept, which is said
	 */
	static @Nullable SavedQuery save(Shell shell, HubConnection connection, String name, String text) {
		if (!SavedQueries.mayBeKept(text)) {
			MessageDialog.openError(shell, Messages.Save_title, Messages.Save_secret);
			return null;
		}
		SavedQueries queries = IotHubCore.get().queries();
		LineDialog dialog = new LineDialog(shell, Messages.Save_title, NLS.bind(Messages.Save_message, connection.name()), name, QueryNames::problem);
		if (HelpContext.open(dialog, QueryNames.class) != Window.OK) {
			return null;
		}
		String chosen = dialog.getValue().strip();
		SavedQuery before = queries.named(connection, chosen);
		if (before != null && !before.text().equals(text)
				&& !Confirmation.given(shell, Messages.Save_title, NLS.bind(Messages.Save_replace, chosen), Messages.Save_button)) {
			return null;
		}
		SavedQuery kept = before == null ? SavedQuery.create(chosen, text) : before.withText(text);
		queries.save(connection, kept);
		return kept;
	}

	private static @Nullable String problem(@Nullable String name) {
		if (name == null || name.isBlank()) {
			return "";
		}
		if (name.strip().length() > LONGEST) {
			return NLS.bind(Messages.Name_tooLong, LONGEST);
		}
		return SavedQueries.mayBeKept(name) ? null : Messages.Name_secret;
	}
}
