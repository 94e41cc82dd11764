// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.transfer;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.eclipse.swt.SWT;

import iothubtools.core.hubs.HubConnection;
import iothubtools.core.tasks.ItemOutcome;
import iothubtools.core.tasks.ItemOutcome.Result;
import iothubtools.core.tasks.TaskOutcome;
import iothubtools.core.transfer.FilePreview;
import iothubtools.ui.internal.table.Column;
import iothubtools.ui.internal.table.Columns;
import iothubtools.ui.internal.table.RowOrder;
import iothubtools.ui.internal.table.SortKey;

/** The columns of lines and devices, and of what becomes of them. */
final class OutcomeColumns {

	/** What became, or would become, of a thing at a hub, whose name is in the words for it. */
	record AtHub(ItemOutcome item, HubConnection hub) {

		static List<AtHub> of(TaskOutcome outcome, HubConnection hub) {
			return outcome.items().stream().map(item -> new AtHub(item, hub)).toList();
		}
	}

	/** First what one wants to see. */
	private static final List<Result> ORDER = List.of(Result.FAILED, Result.UNKNOWN, Result.NOT_TRIED, Result.LEFT, Result.EXISTS, Result.CHANGED,
			Result.DONE);
	/** Of a device of a file. */
	private static final int WIDEST = 40;
	/** Room at the sides of a text, in characters. */
	private static final int BESIDE = 3;

	private static final Column<AtHub> RESULT = result(Messages.Column_result, ImportTexts::result);
	private static final Column<AtHub> PLAN = result(Messages.Copy_column_plan, OutcomeColumns::planned);
	private static final Column<AtHub> REMARK = Column.of("remark", Messages.Copy_column_remark, 48, OutcomeColumns::remark);

	/** Lines that become no devices, and why. */
	static final Columns<ItemOutcome> OF_PROBLEMS = Columns.of(line(item -> item), device(item -> item),
			Column.of("reason", Messages.Column_reason, 50, ImportTexts::whyLeft));
	/** What became of each line. */
	static final Columns<AtHub> OF_IMPORT = Columns.of(line(AtHub::item), device(AtHub::item), RESULT,
			Column.of("reason", Messages.Column_reason, 40, told -> ImportTexts.why(told.item(), told.hub())));
	/** What would become of each device. */
	static final Columns<AtHub> OF_PLAN = Columns.of(device(AtHub::item), PLAN, REMARK);
	/** What became of each device. */
	static final Columns<AtHub> OF_COPY = Columns.of(device(AtHub::item), RESULT, REMARK);

	/** What would become of each configuration. */
	static final Columns<AtHub> OF_CONFIGURATION_PLAN = Columns.of(configuration(), PLAN, REMARK);
	/** What became of each configuration. */
	static final Columns<AtHub> OF_CONFIGURATIONS = Columns.of(configuration(), RESULT, REMARK);
	/** What became of each configuration of a file. */
	static final Columns<AtHub> OF_IMPORTED_CONFIGURATIONS = Columns.of(configuration(), RESULT,
			Column.of("remark", Messages.Copy_column_remark, 48, told -> ImportTexts.why(told.item(), told.hub())));

	/** Those that failed before those that are as they should. */
	static final RowOrder<AtHub> BY_RESULT = RowOrder.by(SortKey.ascending(RESULT));
	static final RowOrder<AtHub> BY_PLAN = RowOrder.by(SortKey.ascending(PLAN));

	private OutcomeColumns() {
	}

	private static <T> Column<T> line(Function<T, ItemOutcome> item) {
		return new Column<>("line", Messages.Column_line, 7, SWT.LEFT, thing -> Long.toString(item.apply(thing).line()),
				Comparator.comparingLong(thing -> item.apply(thing).line()), false);
	}

	private static <T> Column<T> device(Function<T, ItemOutcome> item) {
		return Column.of("device", Messages.Column_device, 20, thing -> item.apply(thing).id());
	}

	private static Column<AtHub> configuration() {
		return Column.of("configuration", Messages.Column_configuration, 28, told -> told.item().id());
	}

	/** As wide as the longest there is, in whatever language. */
	private static Column<AtHub> result(String heading, Function<Result, String> text) {
		int longest = ORDER.stream().mapToInt(result -> text.apply(result).length()).max().orElse(0);
		return new Column<>("result", heading, longest + BESIDE, told -> text.apply(told.item().result()),
				Comparator.comparingInt(told -> ORDER.indexOf(told.item().result())));
	}

	private static String planned(Result result) {
		return switch (result) {
		case DONE -> Messages.Copy_plan_create;
		case CHANGED -> Messages.Copy_plan_change;
		case EXISTS -> Messages.Copy_plan_exists;
		case LEFT -> Messages.Copy_plan_left;
		default -> Messages.Copy_plan_unread;
		};
	}

	/** What is said of a device that would be, or was, copied. */
	private static String remark(AtHub told) {
		return told.item().result() == Result.UNKNOWN ? Messages.Copy_unknown : ImportTexts.why(told.item(), told.hub());
	}

	/** Those of the first devices of a file: each as wide as they are, within reason, and as its head, which is bold. */
	static Columns<List<String>> of(FilePreview preview) {
		return new Columns<>(IntStream.range(0, preview.columns().size()).mapToObj(index -> {
			String name = preview.columns().get(index);
			int longest = preview.rows().stream().mapToInt(row -> row.get(index).length()).max().orElse(0);
			return Column.<List<String>> of("column" + index, name, Math.min(WIDEST, Math.max(longest + 3, name.length() * 5 / 4 + 4)),
					// a row of the file before, which is shown no more, may have less
					row -> index < row.size() ? row.get(index) : "");
		}).toList());
	}
}
