// SPDX-License-Identifier: EPL-2.0
/**
 * One hub and what can be asked of it. Everything begins at {@link iothubtools.client.IotHubClient}:
 *
 * <pre>
 * try (IotHubClient hub = IotHubClient.builder(HubConnectionString.parse(text)).build()) {
 *     DeviceIdentity device = hub.devices().get("dev-1").await(Cancellation.none());
 *     hub.twins().patch(ClientId.device("dev-1"), TwinPatch.ofTags("{\"site\":\"A\"}"), null).start()
 *             .thenAccept(twin -&gt; …);
 *     hub.queries().twins("SELECT * FROM devices WHERE tags.site = 'A'").stream(cancellation).forEach(…);
 * }
 * </pre>
 *
 * Each operation is a {@link iothubtools.client.HubCall}, which begins when it is started or waited for; how calls
 * are made is in {@link iothubtools.client.calls}.
 */
@NonNullByDefault({DefaultLocation.PARAMETER, DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD})
package iothubtools.client;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
