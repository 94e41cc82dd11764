// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.json;

/** Something in a text that is wrong or hardly meant, and where. */
public interface TextProblem {

	/** Of the first character it is about. */
	int offset();

	/** How many characters it is about; 0 only at the end of a text. */
	int length();

	/** The word or number it is about; empty where there is none. */
	String detail();

	/** Whether such a text cannot be used; else it can, and says what may not be meant. */
	boolean isError();
}
