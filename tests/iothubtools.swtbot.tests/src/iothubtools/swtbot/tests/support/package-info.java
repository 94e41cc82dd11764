// SPDX-License-Identifier: EPL-2.0
/** What journeys share: a hub of their own, a workbench in order, and what is kept of a failure. */
package iothubtools.swtbot.tests.support;
