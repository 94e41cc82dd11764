// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.StringWriter;
import java.util.List;
import java.util.Set;

import org.eclipse.ui.XMLMemento;
import org.junit.jupiter.api.Test;

import iothubtools.ui.internal.table.RowOrder;
import iothubtools.ui.internal.table.RowOrderMemento;
import iothubtools.ui.internal.table.SortKey;

class RowOrderMementoTest {

	@Test
	void aFilterComesBack() throws Exception {
		RowOrder<Thing> order = new RowOrder<>("device:line-*", List.of(SortKey.descending(Thing.SIZE)), Set.of());
		XMLMemento memento = XMLMemento.createWriteRoot("view");
		RowOrderMemento.save(order, memento);
		assertEquals(order, RowOrderMemento.restore(memento, Thing.COLUMNS));
	}

	@Test
	void aKeyThatWasPastedIntoTheFilterIsInNoFile() throws Exception {
		for (String pasted : List.of("HostName=h;DeviceId=d;SharedAccessKey=c2VjcmV0", "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ=")) {
			XMLMemento memento = XMLMemento.createWriteRoot("view");
			RowOrderMemento.save(new RowOrder<>(pasted, List.of(SortKey.ascending(Thing.NAME)), Set.of()), memento);
			StringWriter file = new StringWriter();
			memento.save(file);
			assertFalse(file.toString().contains("c2VjcmV0") || file.toString().contains("abcdefghij"), file.toString());
			assertEquals("", RowOrderMemento.restore(memento, Thing.COLUMNS).filter());
		}
	}
}
