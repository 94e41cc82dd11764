// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.message;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

import iothubtools.core.hubs.HubConnection;
import iothubtools.ui.internal.forms.Fields;
import iothubtools.ui.internal.forms.Findings;
import iothubtools.ui.internal.wizards.FormPage;
import iothubtools.ui.internal.wizards.HubField;

/** Where a message is entered: of which hub, whom it is from or for, and what it says. */
public abstract class MessagePage extends FormPage {

	private final MessageModel model;
	private @Nullable Control device;
	private @Nullable BodyFields body;
	private @Nullable ContentFields content;

	protected MessagePage(String name, String title, String description, MessageModel model) {
		super(name, title, description);
		this.model = model;
	}

	/** Makes the field for whom it is from or for, with its label, in a grid of {@link ContentFields#COLUMNS}. */
	protected abstract Control createDevice(Composite grid);

	/** Devices of this hub, or of none, are proposed from now on. */
	protected abstract void propose(@Nullable HubConnection hub);

	@Override
	protected final Findings findings() {
		if (content != null) {
			content.showSize();
		}
		return model.bodyFindings();
	}

	@Override
	protected final void createFields(Composite parent) {
		Composite grid = Fields.grid(parent, ContentFields.COLUMNS);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(grid);
		ContentFields.alone(new HubField(grid, model.hub(), this::hubChosen).control());
		Control field = createDevice(grid);
		ContentFields.alone(field);
		device = field;
		propose(model.hub());
		BodyFields bodyFields = new BodyFields(grid, model, decorations, this::changed);
		ContentFields.alone(bodyFields.control());
		body = bodyFields;
		content = new ContentFields(grid, model, decorations, this::changed);
	}

	private void hubChosen(@Nullable HubConnection hub) {
		model.setHub(hub);
		propose(hub);
		changed();
	}

	/** Brings the cursor to whom it is from or for where nobody is named yet, else to the body. */
	protected final void begin(boolean nobody) {
		if (nobody && device != null) {
			device.setFocus();
		} else if (!nobody && body != null) {
			body.setFocus();
		}
	}

	/** This is the first page, even if the wizard came to it from what became of the message. */
	@Override
	public final @Nullable IWizardPage getPreviousPage() {
		return null;
	}
}
