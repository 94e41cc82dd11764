// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.transfer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Queries for devices by their ids (contract §3.3). */
final class NamedDevices {

	/** More are better found among all: a query names a hundred at most, and the hub counts queries. */
	static final int MOST = 2_000;

	private static final int IDS_OF_A_QUERY = 100;
	private static final int LENGTH_OF_A_QUERY = 7_000;

	private NamedDevices() {
	}

	/** As few queries as are needed, of columns as in "deviceId". */
	static List<String> queries(String columns, Collection<String> ids) {
		List<String> queries = new ArrayList<>();
		StringBuilder names = new StringBuilder();
		int count = 0;
		for (String id : ids) {
			names.append(names.isEmpty() ? "" : ",").append('\'').append(id.replace("'", "\\'")).append('\'');
			if (++count == IDS_OF_A_QUERY || names.length() > LENGTH_OF_A_QUERY) {
				queries.add(query(columns, names));
				names.setLength(0);
				count = 0;
			}
		}
		if (!names.isEmpty()) {
			queries.add(query(columns, names));
		}
		return queries;
	}

	private static String query(String columns, CharSequence names) {
		return "SELECT " + columns + " FROM devices WHERE deviceId IN [" + names + "]";
	}
}
