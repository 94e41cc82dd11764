// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.snippets;

/**
 * A part of a text of which not all may be told.
 *
 * @param text     as it is, or the name of a variable of the environment that has it
 * @param variable whether it is the latter
 */
record Piece(String text, boolean variable) {

	static Piece plain(String text) {
		return new Piece(text, false);
	}

	static Piece variable(String name) {
		return new Piece(name, true);
	}
}
