// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.twins;

import java.util.Map;

/**
 * What a twin shows that neither it nor its identity keeps.
 *
 * @param messages       how many cloud-to-device messages wait for the device or module
 * @param configurations the status of each configuration that is for the twin, by id
 */
public record TwinExtras(int messages, Map<String, String> configurations) {
}
