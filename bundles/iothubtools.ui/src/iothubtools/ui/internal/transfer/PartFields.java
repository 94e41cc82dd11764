// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.transfer;

import java.text.DateFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

import iothubtools.core.transfer.ExportPart;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.forms.Fields;

/** What an interrupted export has left, how old it is, and the choice what becomes of it. Takes no room where there is none. */
final class PartFields {

	private static final int KILOBYTE = 1024;
	private static final int WIDTH = 400;

	private final Composite area;
	private final Label text;
	private final Button goOn;
	private final Button anew;
	private final BooleanSupplier goesOn;

	/** @param chosen told whether it is to be gone on with */
	PartFields(Composite grid, Consumer<Boolean> chosen, BooleanSupplier goesOn) {
		this.goesOn = goesOn;
		area = new Composite(grid, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(5, 3).extendedMargins(0, 0, 6, 0).applyTo(area);
		GridDataFactory.fillDefaults().span(2, 1).grab(true, false).exclude(true).applyTo(area);
		text = WidgetIds.mark(new Label(area, SWT.WRAP), ExportFields.PART);
		GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(text);
		goOn = Fields.choice(area, SWT.RADIO, Messages.Part_goOn, ExportFields.GO_ON, false, on -> {
			if (on) {
				chosen.accept(true);
			}
		});
		anew = Fields.choice(area, SWT.RADIO, Messages.Part_anew, ExportFields.ANEW, true, on -> {
			if (on) {
				chosen.accept(false);
			}
		});
		area.setVisible(false);
	}

	/** @return whether it takes room that it did not take before */
	boolean show(@Nullable ExportPart part) {
		if (part != null) {
			text.setText(NLS.bind(Messages.Part_text, new Object[] {
					DateFormat.getDateTimeInstance(DateFormat.MEDIUM, DateFormat.SHORT).format(Date.from(part.written())),
					age(Duration.between(part.written(), Instant.now())), size(part.bytes()) }));
			goOn.setSelection(goesOn.getAsBoolean());
			anew.setSelection(!goesOn.getAsBoolean());
		}
		if (area.getVisible() != (part != null) && area.getLayoutData() instanceof GridData data) {
			data.exclude = part == null;
			area.setVisible(part != null);
			area.requestLayout();
			return part != null;
		}
		return false;
	}

	private static String age(Duration age) {
		if (age.toDays() > 1) {
			return NLS.bind(Messages.Age_days, age.toDays());
		}
		if (age.toHours() > 1) {
			return NLS.bind(Messages.Age_hours, age.toHours());
		}
		return age.toMinutes() > 1 ? NLS.bind(Messages.Age_minutes, age.toMinutes()) : Messages.Age_now;
	}

	private static String size(long bytes) {
		long kilobytes = Math.max(1, bytes / KILOBYTE);
		return kilobytes < KILOBYTE ? NLS.bind(Messages.Size_kilobytes, kilobytes)
				: NLS.bind(Messages.Size_megabytes, kilobytes / KILOBYTE);
	}
}
