// SPDX-License-Identifier: EPL-2.0
/** Page objects: what is on the screen, by the words a person reads there, and what can be done with it. */
package iothubtools.swtbot.tests.pages;
