// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.transfer;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.core.IotHubCore;
import iothubtools.core.configurations.ConfigurationCopy;
import iothubtools.core.configurations.ConfigurationSource;
import iothubtools.core.hubs.HubConnection;
import iothubtools.ui.internal.images.HubImages;

/** Makes configurations and deployments of IoT Edge at a hub, those of another one or those of a file. */
public final class CopyConfigurationsWizard extends CopyWizard<ConfigurationCopy> {

	private CopyConfigurationsWizard(CopyWords words, ConfigurationSource from, @Nullable HubConnection source, @Nullable HubConnection target,
			OverwriteChoice overwrite) {
		super(new CopyModel<>(words, source, target, false, to -> new ConfigurationCopy(IotHubCore.get().operations(), from, to, overwrite.chosen())),
				(model, check) -> new ConfigurationPlanPage(model, overwrite, check), rest -> new ConfigurationOutcomePage(source == null, rest));
		setDefaultPageImageDescriptor(HubImages.WIZARD_CONFIGURATION.descriptor());
	}

	/**
	 * Of a hub.
	 *
	 * @param ids    of its configurations
	 * @param target where to; null to have it chosen
	 */
	public static CopyConfigurationsWizard ofHub(HubConnection source, List<String> ids, @Nullable HubConnection target) {
		return new CopyConfigurationsWizard(CopyWords.configurations(source, ids.size()), new ConfigurationSource.Hub(source, ids), source, target,
				new OverwriteChoice());
	}

	/**
	 * Of a file.
	 *
	 * @param target where to; null to have it chosen
	 */
	public static CopyConfigurationsWizard ofFile(Path file, @Nullable HubConnection target) {
		return new CopyConfigurationsWizard(CopyWords.configurations(file), new ConfigurationSource.File(file), null, target, new OverwriteChoice());
	}
}
