// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.tasks;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.jface.window.Window;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;

import iothubtools.core.hubs.HubConnection;
import iothubtools.ui.internal.HelpContext;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.forms.Confirmation;
import iothubtools.ui.internal.forms.Fields;
import iothubtools.ui.internal.forms.NamedInputDialog;

/**
 * The question before something that destroys what others may depend on, in one place: at a hub that is marked as one of production it is only
 * done by who types the hub's name.
 */
public final class Destructive {

	private Destructive() {
	}

	/**
	 * Asks in any case, and waits for the answer.
	 *
	 * @param hubs   where it is done
	 * @param button what is done, as a verb with its mnemonic
	 */
	public static boolean confirmed(Shell shell, Collection<HubConnection> hubs, String title, String question, String button) {
		List<HubConnection> production = production(hubs);
		return production.isEmpty() ? Confirmation.given(shell, title, question, button)
				: typed(shell, production, title, question + "\n\n", button);
	}

	/** Asks only where it is done at a hub of production, for tasks that have asked already or need no question elsewhere. */
	public static boolean allowed(Shell shell, Collection<HubConnection> hubs, String title, String button) {
		List<HubConnection> production = production(hubs);
		return production.isEmpty() || typed(shell, production, title, "", button);
	}

	private static List<HubConnection> production(Collection<HubConnection> hubs) {
		return hubs.stream().filter(HubConnection::production).distinct().toList();
	}

	private static boolean typed(Shell shell, List<HubConnection> hubs, String title, String question, String button) {
		String names = hubs.stream().map(HubConnection::name).collect(Collectors.joining(", "));
		String message = question + NLS.bind(hubs.size() == 1 ? Messages.Production_one : Messages.Production_many, names);
		return HelpContext.open(new NameDialog(shell, title, message, names, button), Destructive.class) == Window.OK;
	}

	/** Its button can be pressed when the name is there. */
	private static final class NameDialog extends NamedInputDialog {

		NameDialog(Shell parent, String title, String message, String name, String button) {
			// without a text of the error: the question says what is to be typed
			super(parent, title, message, "", text -> text != null && text.strip().equals(name) ? null : "", button);
		}

		@Override
		protected Control createDialogArea(@Nullable Composite parent) {
			Control area = super.createDialogArea(parent);
			Fields.accessibleName(WidgetIds.mark(getText(), WidgetIds.HUB_NAME), Messages.Production_accessible);
			return area;
		}
	}
}
