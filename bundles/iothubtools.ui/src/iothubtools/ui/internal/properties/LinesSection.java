// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.properties;

import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.IStatusLineManager;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.views.properties.IPropertySheetEntry;
import org.eclipse.ui.views.properties.IPropertySourceProvider;
import org.eclipse.ui.views.properties.PropertySheetPage;
import org.eclipse.ui.views.properties.PropertySheetSorter;
import org.eclipse.ui.views.properties.tabbed.AbstractPropertySection;
import org.eclipse.ui.views.properties.tabbed.TabbedPropertySheetPage;

import iothubtools.ui.internal.HelpContext;
import iothubtools.ui.internal.forms.Fields;

/** What is read on one tab of {@link HubPropertySheetPage}, as the table of names and values that the Properties view has for everything. */
public final class LinesSection extends AbstractPropertySection implements IExecutableExtension {

	/** Pixels; with less the tab is scrolled, with more the table is. */
	private static final int LEAST_WIDTH = 120;
	private static final int LEAST_HEIGHT = 60;

	private PropertyTab tab = PropertyTab.IDENTITY;
	private @Nullable HubPropertySheetPage page;
	private @Nullable LinesTable table;
	private @Nullable OpenGroups groups;

	/** @param data the name of a {@link PropertyTab}, behind that of this class in plugin.xml */
	@Override
	public void setInitializationData(@Nullable IConfigurationElement config, @Nullable String attribute, @Nullable Object data) {
		tab = PropertyTab.valueOf(String.valueOf(data));
	}

	@Override
	public void createControls(@Nullable Composite parent, @Nullable TabbedPropertySheetPage tabbed) {
		super.createControls(parent, tabbed);
		if (tabbed instanceof HubPropertySheetPage ours) {
			page = ours;
			Composite around = getWidgetFactory().createComposite(parent);
			GridLayoutFactory.fillDefaults().applyTo(around);
			LinesTable lines = new LinesTable(about -> about == null ? null : ours.lines(tab, about));
			lines.createControl(around);
			GridDataFactory.fillDefaults().grab(true, true).hint(LEAST_WIDTH, LEAST_HEIGHT).applyTo(lines.getControl());
			Fields.accessibleName(lines.getControl(), NLS.bind(Messages.Lines_accessible, String.join(", ", tab.categories())));
			HelpContext.set(lines.getControl(), HubPropertySheetPage.class);
			table = lines;
			groups = lines.getControl() instanceof Tree tree ? new OpenGroups(tree, ours.closedGroups()) : null;
		}
	}

	@Override
	public void setInput(@Nullable IWorkbenchPart part, @Nullable ISelection selection) {
		super.setInput(part, selection);
		LinesTable lines = table;
		if (lines != null) {
			lines.selectionChanged(part, selection);
			showGroups();
		}
	}

	/** Copy is about the table that can be seen. */
	@Override
	public void aboutToBeShown() {
		LinesTable lines = table;
		HubPropertySheetPage shown = page;
		if (lines != null && shown != null) {
			IActionBars bars = shown.getSite().getActionBars();
			lines.setActionBars(bars);
			bars.updateActionBars();
			shown.tabShown();
		}
	}

	@Override
	public void refresh() {
		LinesTable lines = table;
		if (lines != null) {
			lines.refresh();
			showGroups();
		}
	}

	private void showGroups() {
		OpenGroups shown = groups;
		if (shown != null) {
			shown.show();
		}
	}

	@Override
	public void dispose() {
		LinesTable lines = table;
		if (lines != null) {
			lines.dispose();
			table = null;
		}
		super.dispose();
	}

	@Override
	public boolean shouldUseExtraSpace() {
		return true;
	}

	private static final class LinesTable extends PropertySheetPage {

		LinesTable(IPropertySourceProvider provider) {
			setPropertySourceProvider(provider);
			setSorter(new PropertySheetSorter() {
				@Override
				public void sort(IPropertySheetEntry @Nullable [] entries) {
					// related lines stay beside each other
				}

				@Override
				public int compareCategories(@Nullable String one, @Nullable String other) {
					return 0;
				}
			});
		}

		/** Nothing of what it would add has anything to do here: no value can be set, and categories are tabs. */
		@Override
		public void makeContributions(@Nullable IMenuManager menu, @Nullable IToolBarManager toolBar, @Nullable IStatusLineManager statusLine) {
			// the buttons are those of the page
		}
	}
}
