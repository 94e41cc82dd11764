// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.properties;

import java.util.List;

/** The tabs of the Properties view, each with the categories that are read on it; plugin.xml names them by these names. */
enum PropertyTab {

	IDENTITY(Messages.Category_device, Messages.Category_state, Messages.Category_edge, Messages.Category_other),
	AUTHENTICATION(Messages.Category_authentication),
	ACTIVITY(Messages.Category_activity),
	TWIN(Messages.Category_twin, Messages.Category_tags, Messages.Category_desired, Messages.Category_reported),
	CONNECTION(Messages.Category_connection, Messages.Category_device_software),
	STATISTICS(Messages.Category_statistics);

	private final List<String> categories;

	PropertyTab(String... categories) {
		this.categories = List.of(categories);
	}

	List<String> categories() {
		return categories;
	}
}
