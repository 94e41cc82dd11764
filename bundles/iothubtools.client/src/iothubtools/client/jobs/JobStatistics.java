// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.jobs;

/**
 * How many devices a scheduled job is about.
 *
 * @param devices   all of them
 * @param failed    of them, those it failed on
 * @param succeeded of them, those it is done with
 * @param running   of them, those it is at
 * @param pending   of them, those it has still to do
 */
public record JobStatistics(int devices, int failed, int succeeded, int running, int pending) {
}
