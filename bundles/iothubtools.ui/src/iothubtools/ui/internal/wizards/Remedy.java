// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards;

/**
 * What can be done at once about a failure, as a link below its text.
 *
 * @param link   what the link says
 * @param action what it does, on the UI thread
 */
public record Remedy(String link, Runnable action) {
}
