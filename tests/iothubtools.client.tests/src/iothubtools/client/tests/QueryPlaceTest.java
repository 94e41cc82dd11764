// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import iothubtools.client.query.language.QueryPlace;
import iothubtools.client.query.language.QueryPlace.Expected;
import iothubtools.client.query.language.QueryWords.Collection;

/** What may come while a query is typed; the place is {@code ^}. */
class QueryPlaceTest {

	private static QueryPlace at(String marked) {
		return QueryPlace.of(marked.replace("^", ""), marked.indexOf('^'));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', value = { //
			"^ | SELECT |", "SEL^ | SELECT | SEL", "SELECT ^ | ALL TOP ATTRIBUTE AGGREGATE |", "SELECT TOP 5 ^ | ALL ATTRIBUTE AGGREGATE |",
			"SELECT deviceId, tags.^ | ATTRIBUTE AGGREGATE | tags.", "SELECT deviceId ^ | FROM AS |", "SELECT deviceId AS ^ | |",
			"SELECT AVG(ta^ | ATTRIBUTE | ta", "SELECT * FROM de^ | COLLECTION | de", "SELECT * FROM devices ^ | WHERE GROUP |",
			"SELECT * FROM devices WHERE ^ | ATTRIBUTE FUNCTION NOT |", "SELECT * FROM devices WHERE NOT i^ | ATTRIBUTE FUNCTION | i",
			"SELECT * FROM devices WHERE (tags.[[odd]].s^ | ATTRIBUTE FUNCTION NOT | tags.[[odd]].s",
			"SELECT * FROM devices WHERE status ^ | OPERATOR AND_OR GROUP |", "SELECT * FROM devices WHERE status = ^ | VALUE ATTRIBUTE |",
			"SELECT * FROM devices WHERE status = 'en^ | TEXT | en", "SELECT * FROM devices WHERE status IN ['a', 'b^ | TEXT | b",
			"SELECT * FROM devices WHERE tags.from = 1 ^ | OPERATOR AND_OR GROUP |", "SELECT status FROM devices GROUP ^ | BY |",
			"SELECT status FROM devices GROUP BY ^ | ATTRIBUTE |", "SELECT ^ FROM devices | ALL TOP ATTRIBUTE AGGREGATE |" })
	void whatMayComeIsToldByWhatIsBefore(String marked, String expected, String prefix) {
		QueryPlace place = at(marked.strip());
		Set<Expected> names = expected == null ? Set.of()
				: Arrays.stream(expected.strip().split(" ")).filter(name -> !name.isEmpty()).map(Expected::valueOf).collect(Collectors.toSet());
		assertEquals(names, place.expected());
		assertEquals(prefix == null ? "" : prefix.strip(), place.prefix());
		assertEquals(marked.strip().indexOf('^') - place.prefix().length(), place.start());
	}

	@Test
	void theOtherSideOfAComparisonIsKnown() {
		assertEquals("status", at("SELECT * FROM devices WHERE status = ^").comparedWith());
		assertEquals("tags.[[a b]].c", at("SELECT * FROM devices WHERE x = 1 AND tags.[[a b]].c IN ['x', '^").comparedWith());
		assertEquals("", at("SELECT * FROM devices WHERE status ^").comparedWith());
	}

	@Test
	void theCollectionMayStandBehindThePlace() {
		assertEquals(Collection.JOBS, at("SELECT ^ FROM devices.jobs").collection());
		assertEquals(Collection.MODULES, at("SELECT * FROM devices.modules WHERE ^").collection());
		assertEquals(Collection.DEVICES, at("SELECT ^").collection());
	}
}
