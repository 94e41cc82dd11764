// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.configurations;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.configurations.Configuration;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.HubOperations;
import iothubtools.core.status.FileReason;

/** Where configurations that are to be copied come from; read each time anew, as they may be others by then. */
public sealed interface ConfigurationSource {

	/**
	 * Reads them.
	 *
	 * @return by their ids, in the order in which they are listed; null for one that is not there any more
	 * @throws CoreException with words for a person
	 */
	Map<String, @Nullable Configuration> read(HubOperations operations, @Nullable IProgressMonitor monitor) throws CoreException;

	/** Some of a hub. */
	record Hub(HubConnection connection, List<String> ids) implements ConfigurationSource {

		public Hub {
			ids = ids.stream().distinct().toList();
		}

		@Override
		public Map<String, @Nullable Configuration> read(HubOperations operations, @Nullable IProgressMonitor monitor) throws CoreException {
			Map<String, @Nullable Configuration> read = new LinkedHashMap<>();
			ids.forEach(id -> read.put(id, null));
			operations.run(new ListConfigurationsOperation(connection), monitor).forEach(each -> read.replace(each.id(), each));
			return read;
		}
	}

	/** Those of a file. */
	record File(Path path) implements ConfigurationSource {

		@Override
		public Map<String, @Nullable Configuration> read(HubOperations operations, @Nullable IProgressMonitor monitor) throws CoreException {
			try {
				Map<String, @Nullable Configuration> read = new LinkedHashMap<>();
				for (Configuration each : ConfigurationFile.read(path)) {
					if (read.put(each.id(), each) != null) {
						throw new IOException(NLS.bind(Messages.File_twice, each.id()));
					}
				}
				return read;
			} catch (IOException e) {
				throw new CoreException(Status.error(NLS.bind(Messages.File_failed, path, FileReason.of(e)), e));
			}
		}
	}
}
