// SPDX-License-Identifier: EPL-2.0
package iothubtools.tour.internal;

import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.Platform;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.jdt.annotation.Nullable;

/** The IDE's own application, with the outcome of the script that was played in it as the exit code. */
public final class DemoApplication implements IApplication {

	private static final String IDE = "org.eclipse.ui.ide.workbench";

	private @Nullable IApplication ide;

	@Override
	public Object start(@Nullable IApplicationContext context) throws Exception {
		IConfigurationElement application = Platform.getExtensionRegistry()
				.getExtension(Platform.PI_RUNTIME, Platform.PT_APPLICATIONS, IDE).getConfigurationElements()[0];
		IApplication started = (IApplication) application.getChildren("run")[0].createExecutableExtension("class");
		ide = started;
		Object code = started.start(context);
		return Player.failed() ? Integer.valueOf(1) : code;
	}

	@Override
	public void stop() {
		IApplication started = ide;
		if (started != null) {
			started.stop();
		}
	}
}
