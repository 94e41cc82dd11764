// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.internal;

import java.nio.file.Path;

import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

import iothubtools.core.IotHubCore;

/** Wires the core to the running platform. */
final class CoreFactory {

	private static final String PLUGIN = "iothubtools.core";

	private CoreFactory() {
	}

	static IotHubCore create() {
		Bundle bundle = FrameworkUtil.getBundle(CoreFactory.class);
		Path state = Platform.getStateLocation(bundle).toFile().toPath();
		return new IotHubCore(InstanceScope.INSTANCE.getNode(PLUGIN), new EquinoxSecretStore(),
				new EclipseProxySource(bundle.getBundleContext()), state.resolve("localhub"));
	}
}
