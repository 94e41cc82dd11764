// SPDX-License-Identifier: EPL-2.0
/** Preferences &gt; Azure IoT Hub: the form of a connection, its dialog and the page, against a real hub. */
package iothubtools.ui.tests.preferences;
