// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.localhub;

/** Whether the local hub of this IDE serves. */
public enum LocalHubState {
	STOPPED, STARTING, RUNNING
}
