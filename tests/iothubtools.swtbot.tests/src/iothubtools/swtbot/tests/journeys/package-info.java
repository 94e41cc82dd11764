// SPDX-License-Identifier: EPL-2.0
/** What people do with IoT Hub Tools, one class for each journey. */
package iothubtools.swtbot.tests.journeys;
