// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query.language;

/**
 * An attribute of each row.
 *
 * @param name       the name it gets: its alias, else its own innermost one
 * @param attribute  the attribute
 */
public record Projection(String name, Attribute attribute) implements Column {
}
