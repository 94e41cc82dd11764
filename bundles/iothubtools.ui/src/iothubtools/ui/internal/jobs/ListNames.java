// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.jobs;

/**
 * What such a view calls its things.
 *
 * @param view         its name
 * @param title        its title while it is about a hub, with the hub's name
 * @param listing      what it says while they are listed, with the name of the hub
 * @param none         what it says where there are none, with the name of the hub
 * @param first        the link to a first one; empty for none
 * @param firstCommand what the link does
 * @param hubId        what tests find the choice of the hub by
 * @param noticeId     what tests find by what is wrong
 * @param statusId     what tests find the line below the rows by
 */
record ListNames(String view, String title, String listing, String none, String first, String firstCommand, String hubId, String noticeId, String statusId) {
}
