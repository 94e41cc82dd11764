// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.query;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.LayoutConstants;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;

import iothubtools.core.queries.QueryResult;
import iothubtools.ui.internal.WidgetIds;

/** The line below the rows: how many there are, what they cost, and the way to more of them. */
final class QueryStatus {

	private final Composite line;
	private final Label text;
	private final Link more;
	private final Link all;

	/**
	 * @param loadMore asks for as many rows as a person looks through
	 * @param loadAll  asks for as many as there is room for
	 */
	QueryStatus(Composite parent, Runnable loadMore, Runnable loadAll) {
		line = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(3).margins(LayoutConstants.getSpacing().x, LayoutConstants.getSpacing().y / 2)
				.spacing(2 * LayoutConstants.getSpacing().x, 0).applyTo(line);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(line);
		text = WidgetIds.mark(new Label(line, SWT.NONE), WidgetIds.QUERY_STATUS);
		text.setToolTipText(Messages.Status_toolTip);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
		more = link(WidgetIds.LOAD_MORE, Messages.Status_more, Messages.Status_more_toolTip, loadMore);
		all = link(WidgetIds.LOAD_ALL, Messages.Status_all, Messages.Status_all_toolTip, loadAll);
		nothing();
	}

	/** There are no rows, not even none. */
	void nothing() {
		show(Messages.Status_nothing, false);
	}

	private Link link(String id, String label, String toolTip, Runnable action) {
		Link link = WidgetIds.mark(new Link(line, SWT.NONE), id);
		link.setText(label);
		link.setToolTipText(toolTip);
		link.addListener(SWT.Selection, event -> action.run());
		GridDataFactory.fillDefaults().applyTo(link);
		return link;
	}

	void show(QueryRun.Progress progress) {
		QueryResult result = progress.result();
		List<String> parts = new ArrayList<>();
		String rows = result.rows() == 1 ? Messages.Status_rows_one : NLS.bind(Messages.Status_rows, number(result.rows()));
		boolean goesOn = result.continuation() != null;
		parts.add(goesOn ? NLS.bind(Messages.Status_someRows, rows) : rows);
		if (progress.running()) {
			parts.add(progress.throttled() ? Messages.Status_throttled : Messages.Status_running);
		} else if (progress.outcome().matches(IStatus.CANCEL)) {
			parts.add(Messages.Status_stopped);
		}
		if (result.calls() > 0) {
			parts.add(result.calls() == 1 ? Messages.Status_calls_one : NLS.bind(Messages.Status_calls, number(result.calls())));
			NumberFormat seconds = NumberFormat.getNumberInstance();
			seconds.setMaximumFractionDigits(progress.time().toMillis() < 10_000 ? 2 : 0);
			parts.add(NLS.bind(Messages.Status_time, seconds.format(progress.time().toMillis() / 1000.0)));
		}
		if (result.leftOut() > 0) {
			parts.add(NLS.bind(Messages.Status_leftOut, QueryResult.MOST_PATHS));
		}
		show(String.join(Messages.Status_separator, parts), goesOn && !progress.running());
	}

	private void show(String message, boolean more) {
		text.setText(message);
		shown(this.more, more);
		shown(all, more);
		line.requestLayout();
	}

	private static void shown(Link link, boolean shown) {
		link.setVisible(shown);
		if (link.getLayoutData() instanceof GridData data) {
			data.exclude = !shown;
		}
	}

	/** With the separators of the user's language. */
	static String number(long count) {
		return NumberFormat.getIntegerInstance().format(count);
	}
}
