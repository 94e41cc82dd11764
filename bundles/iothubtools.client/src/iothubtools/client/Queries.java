// SPDX-License-Identifier: EPL-2.0
package iothubtools.client;

import iothubtools.client.devices.DeviceSummary;
import iothubtools.client.errors.HubErrorCode;
import iothubtools.client.errors.InvalidInputException;
import iothubtools.client.internal.calls.HubAccess;
import iothubtools.client.internal.jobs.JobReader;
import iothubtools.client.internal.json.JsonText;
import iothubtools.client.internal.query.Pages;
import iothubtools.client.internal.query.QueryRequest;
import iothubtools.client.internal.query.RowReader;
import iothubtools.client.internal.registry.DeviceListing;
import iothubtools.client.internal.registry.DeviceRowReader;
import iothubtools.client.internal.twins.TwinJson;
import iothubtools.client.jobs.DeviceJob;
import iothubtools.client.query.language.QueryCheck;
import iothubtools.client.twins.Twin;

/**
 * Puts queries in the hub's language (contract §3.3). All need ServiceConnect. A query the hub does not understand fails
 * with {@link HubErrorCode#ARGUMENT_INVALID}, mostly without saying what is wrong. Safe for use by several threads.
 */
public final class Queries {

	/** Characters a query may have. */
	public static final int MAX_LENGTH = QueryCheck.MAX_LENGTH;

	private static final int DEVICE_PAGE = 1000;

	private final HubAccess hub;

	Queries(HubAccess hub) {
		this.hub = hub;
	}

	/** All devices as rows of a list, in pages of 1000 where the hub gives that many. */
	public Query<DeviceSummary> devices() {
		return query(DeviceListing.TWINS, DeviceRowReader.ofList()).pageSize(DEVICE_PAGE);
	}

	/** Devices as rows of a list, with their details: {@code SELECT * FROM devices}, with a condition or without. */
	public Query<DeviceSummary> devices(String query) {
		return query(query, DeviceRowReader::readDetailed);
	}

	/** Whole twins: {@code SELECT * FROM devices} or {@code devices.modules}, with a condition or without. */
	public Query<Twin> twins(String query) {
		return query(query, TwinJson::read);
	}

	/** What came of jobs on devices: {@code SELECT * FROM devices.jobs}, with a condition or without. */
	public Query<DeviceJob> deviceJobs(String query) {
		return query(query, JobReader::readRow);
	}

	/** Rows of any kind, each as the JSON it is; numbers are written as the hub wrote them. */
	public Query<String> raw(String query) {
		return query(query, reader -> JsonText.compact(JsonText.read(reader)));
	}

	/**
	 * @throws InvalidInputException for the field {@code query} if it is empty or longer than {@link #MAX_LENGTH}
	 */
	private <T> Query<T> query(String query, RowReader<T> rows) {
		if (query.isBlank()) {
			throw new InvalidInputException("query", "is empty");
		}
		if (query.length() > MAX_LENGTH) {
			throw new InvalidInputException("query", "is longer than " + MAX_LENGTH + " characters");
		}
		return new Query<>(new Pages<>(hub, QueryRequest.of(hub, query), Query.DEFAULT_PAGE_SIZE, rows));
	}
}
