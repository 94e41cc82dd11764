// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.transfer;

/**
 * What an export has written.
 *
 * @param written devices written by this run
 * @param kept    devices that a run before it, which was interrupted, had written
 * @param gone    devices that were asked for and that the hub does not have
 */
public record ExportOutcome(long written, long kept, long gone) {
}
