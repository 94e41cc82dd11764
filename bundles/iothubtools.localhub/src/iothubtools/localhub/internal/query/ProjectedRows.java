// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query;

import java.util.ArrayList;
import java.util.List;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;

import iothubtools.localhub.internal.json.Json;
import iothubtools.localhub.internal.json.JsonBytes;
import iothubtools.localhub.internal.query.language.Attribute;
import iothubtools.localhub.internal.query.language.Column;
import iothubtools.localhub.internal.query.language.Projection;

/** What a query selects of the rows of a page, as a JSON array, row by row. */
final class ProjectedRows implements PageBody {

	/** Rows of a page are alike: after so many it is known about how long it gets. */
	private static final int SOME = 8;
	private static final int MOST_EXPECTED = 256 * 1024;

	/** A member that rows get, as it begins when it is the first of its row and when it is not. */
	private record Member(byte[] first, byte[] other, Attribute attribute) {
	}

	private final List<Member> members = new ArrayList<>();
	private final JsonBytes json = new JsonBytes();
	private final int most;
	private int count;

	/** With none yet of so many at most. */
	ProjectedRows(List<Column> columns, int most) {
		this.most = most;
		for (Column column : columns) {
			if (column instanceof Projection projection) {
				String name = Json.text(new JsonPrimitive(column.name())) + ':';
				members.add(new Member(JsonBytes.of('{' + name), JsonBytes.of(',' + name), projection.attribute()));
			}
		}
		json.raw('[');
	}

	/** What is undefined is left out. */
	@Override
	public void add(QueryRow row) {
		if (count++ > 0) {
			json.raw(',');
		}
		boolean empty = true;
		for (Member member : members) {
			JsonElement value = row.value(member.attribute());
			if (value != null) {
				json.raw(empty ? member.first() : member.other());
				json.value(value);
				empty = false;
			}
		}
		if (empty) {
			json.raw('{');
		}
		json.raw('}');
		if (count == SOME) {
			json.expect(Math.min(json.length() / SOME * (most - SOME), MOST_EXPECTED));
		}
	}

	@Override
	public int count() {
		return count;
	}

	@Override
	public int length() {
		return json.length();
	}

	@Override
	public byte[] body() {
		json.raw(']');
		return json.toByteArray();
	}
}
