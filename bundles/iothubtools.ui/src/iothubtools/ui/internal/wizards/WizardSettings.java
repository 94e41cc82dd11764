// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards;

import org.eclipse.jface.dialogs.DialogSettings;
import org.eclipse.jface.dialogs.IDialogSettings;
import org.eclipse.ui.PlatformUI;
import org.osgi.framework.FrameworkUtil;

/** What the wizards remember from one time to the next. Nothing that could be secret may be put there. */
public final class WizardSettings {

	private WizardSettings() {
	}

	/** The settings of one wizard. */
	public static IDialogSettings of(String wizard) {
		return DialogSettings.getOrCreateSection(PlatformUI
				.getDialogSettingsProvider(FrameworkUtil.getBundle(WizardSettings.class)).getDialogSettings(), wizard);
	}

	/** A remembered choice, or {@code otherwise}: what is stored may stem from another version. */
	public static <E extends Enum<E>> E choice(IDialogSettings settings, String key, E otherwise) {
		String name = settings.get(key);
		for (E constant : otherwise.getDeclaringClass().getEnumConstants()) {
			if (constant.name().equals(name)) {
				return constant;
			}
		}
		return otherwise;
	}

	/** Remembered text, or {@code otherwise}. */
	public static String text(IDialogSettings settings, String key, String otherwise) {
		String value = settings.get(key);
		return value == null ? otherwise : value;
	}
}
