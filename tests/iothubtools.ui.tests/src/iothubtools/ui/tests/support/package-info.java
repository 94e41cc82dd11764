// SPDX-License-Identifier: EPL-2.0
/** What the UI tests share: a hub to work with, and watching the error log. */
package iothubtools.ui.tests.support;
