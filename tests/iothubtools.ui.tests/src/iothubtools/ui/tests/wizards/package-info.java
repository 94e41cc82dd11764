// SPDX-License-Identifier: EPL-2.0
/** The wizards: their models, and the real windows against a real hub. */
package iothubtools.ui.tests.wizards;
