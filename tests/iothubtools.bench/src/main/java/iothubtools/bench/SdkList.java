// SPDX-License-Identifier: EPL-2.0
package iothubtools.bench;

import com.microsoft.azure.sdk.iot.service.query.QueryClient;
import com.microsoft.azure.sdk.iot.service.query.QueryPageOptions;
import com.microsoft.azure.sdk.iot.service.query.TwinQueryResponse;

/** Azure's service SDK reading all device twins by a query. */
final class SdkList implements Subject {

	private final QueryClient client;

	SdkList(Setup setup) throws Exception {
		SdkTrust.set(setup);
		client = new QueryClient(setup.service());
	}

	@Override
	public long run(long nanos) throws Exception {
		long end = System.nanoTime() + nanos;
		long rows = 0;
		do {
			QueryPageOptions options = QueryPageOptions.builder().pageSize(1000).build();
			TwinQueryResponse page = client.queryTwins("SELECT * FROM devices", options);
			while (page.hasNext()) {
				page.next(QueryPageOptions.builder().pageSize(1000).continuationToken(page.getContinuationToken()).build());
				rows++;
			}
		} while (System.nanoTime() < end);
		return rows;
	}

	@Override
	public void close() {
		// holds nothing
	}
}
