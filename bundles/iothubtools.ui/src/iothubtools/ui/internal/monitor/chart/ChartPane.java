// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.monitor.chart;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.LayoutConstants;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

import iothubtools.core.status.FileReason;
import iothubtools.core.telemetry.BodyPath;
import iothubtools.core.telemetry.MessageNumbers.Series;
import iothubtools.core.transfer.WholeFile;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.forms.Fields;
import iothubtools.ui.internal.forms.FileChoice;

/** The chart below the rows: numbers at chosen paths of the bodies, a line for each device. */
public final class ChartPane {

	private static final String COLOUR = "iothubtools.ui.chart.";
	/** Not in the quotes of a name. */
	private static final Pattern BETWEEN_PATHS = Pattern.compile("[,;](?=(?:[^']*'[^']*')*[^']*$)");

	private final Composite pane;
	private final Combo paths;
	private final Canvas canvas;
	private final Consumer<String> told;
	private final Supplier<? extends Control> like;
	private List<Series> series = List.of();
	private @Nullable Point mouse;

	/**
	 * @param seen    gives the paths at which bodies were seen to have numbers
	 * @param changed is given other paths
	 * @param told    is given what somebody should be told
	 * @param like    has the colours of text and paper, also in a dark theme
	 */
	public ChartPane(Composite parent, Supplier<List<String>> seen, Consumer<List<BodyPath>> changed, Consumer<String> told, Supplier<? extends Control> like) {
		this.told = told;
		this.like = like;
		pane = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(pane);
		Composite line = new Composite(pane, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(4).margins(LayoutConstants.getSpacing().x, LayoutConstants.getSpacing().y / 2).applyTo(line);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(line);
		paths = Fields.combo(line, Messages.Chart_paths, WidgetIds.MONITOR_CHART_PATHS, "", text -> changed.accept(paths()));
		paths.setToolTipText(Messages.Chart_paths_toolTip);
		// those that messages have by now
		paths.addListener(SWT.FocusIn, event -> propose(seen.get()));
		paths.addListener(SWT.MouseDown, event -> propose(seen.get()));
		Fields.button(line, Messages.Chart_export, WidgetIds.MONITOR_CHART_EXPORT, this::export);
		canvas = WidgetIds.mark(new Canvas(pane, SWT.DOUBLE_BUFFERED), WidgetIds.MONITOR_CHART);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(canvas);
		canvas.addListener(SWT.Paint, event -> painter().paint(event.gc, canvas.getClientArea(), mouse));
		canvas.addListener(SWT.MouseMove, event -> hover(new Point(event.x, event.y)));
		canvas.addListener(SWT.MouseExit, event -> hover(null));
		Fields.accessibleName(canvas, Messages.Chart_accessible);
		canvas.getAccessible().addAccessibleListener(AccessibleListener.getDescriptionAdapter(event -> event.result = summary()));
	}

	private void hover(@Nullable Point at) {
		mouse = at;
		canvas.redraw();
	}

	private ChartPainter painter() {
		return new ChartPainter(series, ChartPane::colour, like.get().getForeground(), like.get().getBackground());
	}

	private static Color colour(int index) {
		return JFaceResources.getColorRegistry().get(COLOUR + (index + 1));
	}

	private void propose(List<String> seen) {
		String typed = paths.getText();
		String[] proposals = seen.toArray(String[]::new);
		if (!Arrays.equals(proposals, paths.getItems())) {
			paths.setItems(proposals);
			paths.setText(typed);
		}
	}

	public Composite control() {
		return pane;
	}

	/** Chooses the first number that messages were seen to have, where nothing is chosen. */
	public void begin(List<String> seen) {
		propose(seen);
		if (paths.getText().isBlank() && paths.getItemCount() > 0) {
			paths.setText(paths.getItem(0));
		}
	}

	/** The paths that are typed; what is none is left out. */
	public List<BodyPath> paths() {
		return BETWEEN_PATHS.splitAsStream(paths.getText()).map(String::strip).map(BodyPath::of).filter(Objects::nonNull).distinct().toList();
	}

	public String text() {
		return paths.getText();
	}

	public void setText(String text) {
		paths.setText(text);
	}

	public void show(List<Series> newSeries) {
		series = newSeries;
		canvas.redraw();
	}

	/** The last number of each line. */
	private String summary() {
		return series.stream().map(each -> ChartPainter.name(each) + " = " + ChartPainter.value(each.values()[each.values().length - 1]))
				.collect(Collectors.joining("\n"));
	}

	private void export() {
		Path file = FileChoice.saveAnew(pane.getShell(), Messages.Chart_title, Messages.Chart_file);
		if (file == null) {
			return;
		}
		Image image = new Image(canvas.getDisplay(), canvas.getClientArea());
		GC gc = new GC(image);
		try {
			gc.setFont(canvas.getFont());
			painter().paint(gc, image.getBounds(), null);
			ImageLoader loader = new ImageLoader();
			loader.data = new ImageData[] { image.getImageData() };
			try (WholeFile whole = WholeFile.begin(file)) {
				loader.save(whole.part().toString(), SWT.IMAGE_PNG);
				whole.replace();
			}
			told.accept(NLS.bind(Messages.Chart_exported, file));
		} catch (IOException e) {
			told.accept(NLS.bind(Messages.Chart_failed, file, FileReason.of(e)));
		} catch (SWTException e) {
			told.accept(NLS.bind(Messages.Chart_failed, file, e.getLocalizedMessage()));
		} finally {
			gc.dispose();
			image.dispose();
		}
	}
}
