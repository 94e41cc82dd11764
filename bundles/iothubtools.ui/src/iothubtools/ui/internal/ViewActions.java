// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IActionBars;

/** Makes the actions that are a view's own: each has the keys of a command and does in that view what the command says. */
public final class ViewActions {

	private final IActionBars bars;

	/** In these bars. */
	public ViewActions(IActionBars bars) {
		this.bars = bars;
	}

	/**
	 * One for tool bar or menu, which is for the caller to put there.
	 *
	 * @param style one of {@link IAction}'s, such as {@link IAction#AS_CHECK_BOX}
	 */
	public IAction add(String text, String toolTip, @Nullable ImageDescriptor image, int style, String command, Runnable does) {
		Action action = new Action(text, style) {
			@Override
			public void run() {
				does.run();
			}
		};
		action.setImageDescriptor(image);
		action.setToolTipText(toolTip);
		action.setActionDefinitionId(command);
		bars.setGlobalActionHandler(command, action);
		return action;
	}

	/** The same of one that is pressed. */
	public IAction add(String text, String toolTip, @Nullable ImageDescriptor image, String command, Runnable does) {
		return add(text, toolTip, image, IAction.AS_PUSH_BUTTON, command, does);
	}

	/** One that no menu of the view has. */
	public void keys(String command, Runnable does) {
		add("", "", null, command, does);
	}
}
