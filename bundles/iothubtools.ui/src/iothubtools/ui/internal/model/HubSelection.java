// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.model;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.runtime.Adapters;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;

import iothubtools.core.hubs.HubConnection;

/** Reads hubs and devices out of selections of any part of the workbench. */
public final class HubSelection {

	/** With more elements a selection is only for those who know that there may be very many. */
	public static final int MOST_STRUCTURED = 10_000;

	private HubSelection() {
	}

	/** A selection of these; see {@link ManyElements} for what it is where they are very many. The list must not change. */
	public static ISelection of(List<HubElement> elements) {
		return elements.size() > MOST_STRUCTURED ? new ManyElements(elements) : new StructuredSelection(elements);
	}

	/** The same in the form in which wizards are given it, however many there are. */
	public static IStructuredSelection structured(@Nullable ISelection selection) {
		if (selection instanceof ManyElements many) {
			return new StructuredSelection(many.elements());
		}
		return selection instanceof IStructuredSelection structured ? structured : StructuredSelection.EMPTY;
	}

	/** The selected hubs and devices, without whatever else is selected. */
	public static List<HubElement> elements(@Nullable ISelection selection) {
		return selection instanceof ManyElements many ? many.elements() : stream(selection).toList();
	}

	/** The selected devices, in order of selection. */
	public static List<DeviceNode> devices(@Nullable ISelection selection) {
		return stream(selection).filter(DeviceNode.class::isInstance).map(DeviceNode.class::cast).toList();
	}

	/** The selected configurations, in order of selection. */
	public static List<ConfigurationNode> configurations(@Nullable ISelection selection) {
		return selection instanceof IStructuredSelection structured
				? Stream.of(structured.toArray()).filter(ConfigurationNode.class::isInstance).map(ConfigurationNode.class::cast).toList() : List.of();
	}

	/** The one selected device; null when there is none or more than one. */
	public static @Nullable DeviceNode device(@Nullable ISelection selection) {
		List<DeviceNode> devices = devices(selection);
		return devices.size() == 1 ? devices.get(0) : null;
	}

	/** The hubs that are selected or whose devices are, each once. */
	public static List<HubConnection> connections(@Nullable ISelection selection) {
		return stream(selection).map(HubElement::connection).distinct().toList();
	}

	/** The one hub the selection is about; null when it is about none or several. */
	public static @Nullable HubConnection connection(@Nullable ISelection selection) {
		List<HubConnection> connections = connections(selection);
		return connections.size() == 1 ? connections.get(0) : null;
	}

	private static Stream<HubElement> stream(@Nullable ISelection selection) {
		if (selection instanceof ManyElements many) {
			return many.elements().stream();
		}
		if (!(selection instanceof IStructuredSelection structured)) {
			return Stream.empty();
		}
		return ((List<?>) structured.toList()).stream().flatMap(element -> {
			HubElement hubElement = element instanceof HubElement own ? own : Adapters.adapt(element, HubElement.class);
			return Stream.ofNullable(hubElement);
		});
	}
}
