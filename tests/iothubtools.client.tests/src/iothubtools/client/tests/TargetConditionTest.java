// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import iothubtools.client.query.language.QueryProblem;
import iothubtools.client.query.language.TargetCondition;

/** What can be told of a target condition without asking a hub. */
class TargetConditionTest {

	private static TargetCondition devices(String text) {
		return new TargetCondition(text, false);
	}

	private static TargetCondition modules(String text) {
		return new TargetCondition(text, true);
	}

	@ParameterizedTest
	@ValueSource(strings = { "tags.site = 'A'", "deviceId != ''", "DEVICEID = 'd1' AND NOT tags.[[a-b]].c = 1", "properties.reported.status = 'status'",
			"is_defined(properties.reported.status) OR STARTSWITH(deviceId, 'a')", "tags.status = true", "*", "" })
	void whatMayBeNamedIsNoProblem(String text) {
		assertEquals(List.of(), devices(text).problems());
		assertEquals(List.of(), devices(text).foreignNames());
	}

	@Test
	void aQueryMayNameMore() {
		assertEquals(List.of("status", "properties.desired.t"), devices("status = 'enabled' AND properties.desired.t > 1 OR tags.a = 1").foreignNames());
		assertEquals(List.of("connectionState"), devices("(connectionState = 'Connected')").foreignNames());
		assertEquals(List.of("moduleId"), devices("moduleId = 'm'").foreignNames());
	}

	@Test
	void thatOfModulesHasFromAndMayNameThem() {
		TargetCondition condition = modules("from devices.modules where moduleId = 'm' AND tags.site = 'A'");
		assertTrue(condition.hasFrom());
		assertEquals(List.of(), condition.problems());
		assertEquals(List.of(), condition.foreignNames());
		assertEquals(List.of("status"), modules("FROM devices.modules WHERE status = 'x'").foreignNames());
		assertFalse(modules("moduleId = 'm'").hasFrom());
	}

	@Test
	void whatIsWrongIsToldAtItsPlaceInTheCondition() {
		List<QueryProblem> problems = devices("tags.site == 'A'").problems();
		assertEquals(QueryProblem.Kind.DOUBLE_EQUAL, problems.get(0).kind());
		assertTrue(problems.get(0).offset() < 12, problems::toString);
		assertEquals(QueryProblem.Kind.UNCLOSED_STRING, devices("tags.site = 'A").problems().get(0).kind());
	}

	@Test
	void everyOneIsAStarOnly() {
		assertTrue(devices(" * ").isEvery());
		assertFalse(devices("tags.a = '*'").isEvery());
	}
}
