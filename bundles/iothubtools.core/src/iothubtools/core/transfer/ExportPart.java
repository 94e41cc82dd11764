// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.transfer;

import java.nio.file.Path;
import java.time.Instant;

/**
 * What an interrupted export has left.
 *
 * @param file    where it is
 * @param written when it was written last
 * @param bytes   its size
 */
public record ExportPart(Path file, Instant written, long bytes) {
}
