// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.remedies;

/**
 * A remedy as it is offered at one place, as a link or button.
 *
 * @param remedy what it is
 * @param text   what the link says
 * @param action what it does, on the UI thread
 */
public record Offer(Remedy remedy, String text, Runnable action) {
}
