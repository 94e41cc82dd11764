// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.project;

/**
 * A file to be written.
 *
 * @param path below the project, with slashes
 * @param text of it, for UTF-8, with lines that end with LF
 */
public record ProjectFile(String path, String text) {
}
