// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.json;

import java.io.IOException;
import java.io.Reader;

import com.google.gson.stream.JsonReader;

import iothubtools.localhub.internal.errors.ErrorCode;
import iothubtools.localhub.internal.errors.HubError;

/**
 * Reads what a client sent, up to a number of values: as objects in memory they take up to eighty times the room they have in a request,
 * so that the size of the request alone is no bound.
 */
final class RequestJson extends JsonReader {

	/** Room for the tags and properties of many devices; some tens of megabytes of memory. */
	private static final int MOST_VALUES = 100_000;

	private int values;

	RequestJson(Reader text) {
		super(text);
	}

	private void count() {
		values++;
		if (values > MOST_VALUES) {
			throw new HubError(ErrorCode.GENERIC_REQUEST_ENTITY_TOO_LARGE,
					"The request body has more than " + MOST_VALUES + " JSON values. Send them in several requests.");
		}
	}

	@Override
	public void beginArray() throws IOException {
		count();
		super.beginArray();
	}

	@Override
	public void beginObject() throws IOException {
		count();
		super.beginObject();
	}

	@Override
	public String nextString() throws IOException {
		count();
		return super.nextString();
	}

	@Override
	public boolean nextBoolean() throws IOException {
		count();
		return super.nextBoolean();
	}

	@Override
	public void nextNull() throws IOException {
		count();
		super.nextNull();
	}
}
