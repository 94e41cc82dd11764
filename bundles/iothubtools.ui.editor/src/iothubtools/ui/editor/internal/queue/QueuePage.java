// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.queue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.jdt.annotation.NonNull;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.editor.FormEditor;

import iothubtools.client.commands.ReceivedCloudToDeviceMessage;
import iothubtools.client.devices.ConnectionState;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.DeviceSummary;
import iothubtools.client.names.ClientId;
import iothubtools.core.events.HubEvent;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.GetDeviceOperation;
import iothubtools.core.operations.HubOperation;
import iothubtools.core.operations.ReceiveMessageOperation;
import iothubtools.core.operations.SettleMessageOperation;
import iothubtools.core.operations.SettleMessageOperation.End;
import iothubtools.ui.editor.internal.page.DevicePage;
import iothubtools.ui.editor.internal.page.HoldingPage;
import iothubtools.ui.editor.internal.page.HubReading;
import iothubtools.ui.editor.internal.page.PageFrame;
import iothubtools.ui.internal.Commands;
import iothubtools.ui.internal.HubChanges;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.forms.Confirmation;
import iothubtools.ui.internal.model.DeviceNode;

/**
 * The cloud-to-device messages of a device: how many wait, and what they are to whoever receives them here as the device. A connected device does
 * not get what is received here, so whether it is connected is read each time, and asked once.
 */
public final class QueuePage extends DevicePage<@NonNull DeviceIdentity> implements HoldingPage, QueuePane.Steps {

	/** Of this page in its editor. */
	public static final String ID = "messages";
	/** What tests find it by. */
	public static final String REFRESH = "queueRefresh";

	private @Nullable QueuePane pane;
	private @Nullable HubReading work;
	private @Nullable DeviceIdentity device;
	/** Whether somebody said that it may miss messages, since it was seen connected. */
	private boolean mayMiss;

	public QueuePage(FormEditor editor) {
		super(editor, ID, Messages.Title, Messages.Head, REFRESH);
	}

	@Override
	protected void createContent(Composite place) {
		pane = new QueuePane(place, this);
		work = new HubReading(place);
		HubChanges.follow(place, event -> event instanceof HubEvent.DevicesChanged || event instanceof HubEvent.DevicesRead, event -> {
			if (event instanceof HubEvent.DevicesChanged changed) {
				mine(changed.connection(), changed.devices()).forEach(this::show);
			} else if (event instanceof HubEvent.DevicesRead read) {
				mine(read.connection(), read.devices()).forEach(this::readElsewhere);
			}
		});
	}

	private List<DeviceIdentity> mine(HubConnection connection, List<DeviceIdentity> devices) {
		PageFrame page = frame();
		return page == null || !connection.id().equals(page.device().connectionId()) ? List.of()
				: devices.stream().filter(identity -> identity.deviceId().equals(deviceId())).toList();
	}

	/** What was said of the queue stays true where as many messages wait as before. */
	private void readElsewhere(DeviceIdentity read) {
		DeviceIdentity before = device;
		if (before != null && before.cloudToDeviceMessageCount() == read.cloudToDeviceMessageCount()) {
			fill(read);
		} else {
			show(read);
		}
	}

	private String deviceId() {
		PageFrame page = frame();
		return page == null ? "" : page.device().deviceId();
	}

	@Override
	protected HubOperation<@NonNull DeviceIdentity> operation(HubConnection connection, ClientId client) {
		return new GetDeviceOperation(connection, client.deviceId());
	}

	@Override
	protected void show(DeviceIdentity read) {
		fill(read);
		PageFrame page = frame();
		if (page != null) {
			// it was about the queue as it was then
			page.clear(Messages.Receive_none);
		}
	}

	private void fill(DeviceIdentity read) {
		device = read;
		mayMiss &= read.connectionState() == ConnectionState.CONNECTED;
		QueuePane shown = pane;
		if (shown != null) {
			shown.show(read);
		}
	}

	@Override
	public void setFocus() {
		QueuePane shown = pane;
		if (shown != null) {
			shown.setFocus();
		}
	}

	/** Messages that were received are nowhere else. */
	@Override
	public boolean holds() {
		QueuePane shown = pane;
		return shown != null && shown.hasMessages();
	}

	/** Receives the next message, after asking where the device is connected. */
	@Override
	public void receive() {
		start(connection -> new GetDeviceOperation(connection, deviceId()), NLS.bind(Messages.Receiving, deviceId()), now -> {
			show(now);
			if (now.connectionState() == ConnectionState.CONNECTED && !mayMiss) {
				mayMiss = Confirmation.given(getSite().getShell(), Messages.Receive_title, NLS.bind(Messages.Receive_connected, deviceId()),
						Messages.Receive_connected_button);
			}
			PageFrame page = frame();
			if (page != null && (mayMiss || now.connectionState() != ConnectionState.CONNECTED)) {
				receiveNow();
			} else if (page != null) {
				page.clear();
			}
		}, (page, failure) -> page.notRead(Messages.Receive_failed, failure, this::receive, page::clear));
	}

	private void receiveNow() {
		start(connection -> new ReceiveMessageOperation(connection, deviceId()), NLS.bind(Messages.Receiving, deviceId()), this::received,
				(page, failure) -> page.notRead(Messages.Receive_failed, failure, this::receive, page::clear));
	}

	private void received(Optional<ReceivedCloudToDeviceMessage> received) {
		PageFrame page = frame();
		QueuePane shown = pane;
		if (page != null && shown != null) {
			received.ifPresentOrElse(message -> {
				shown.add(Received.at(Instant.now(), message));
				page.clear();
			}, () -> page.info(Messages.Receive_none));
		}
	}

	/** Tells the hub what becomes of messages, one after another; the first failure ends it. */
	@Override
	public void settle(List<Received> received, End end) {
		if (received.isEmpty()) {
			return;
		}
		Received first = received.get(0);
		start(connection -> new SettleMessageOperation(connection, deviceId(), first.message().lockToken(), end), Messages.Settling, done -> {
			QueuePane shown = pane;
			PageFrame page = frame();
			if (shown != null && page != null) {
				shown.replace(first, first.ended(done));
				page.clear();
				settle(received.subList(1, received.size()), end);
			}
		}, (page, failure) -> page.notSaved(Messages.Settle_failed, failure, () -> settle(received, end)));
	}

	/** Sends one from here, in its wizard. */
	@Override
	public void send() {
		runOnDevice(UiIds.SEND_CLOUD_MESSAGE);
	}

	/** Drops all that wait, after asking. */
	@Override
	public void purge() {
		runOnDevice(UiIds.PURGE_QUEUE);
	}

	private void runOnDevice(String command) {
		PageFrame page = frame();
		HubConnection connection = page == null ? null : page.connection();
		DeviceIdentity known = device;
		if (page != null && connection != null) {
			if (known == null) {
				page.problem(Messages.Not_read);
			} else if (!Commands.runOn(getSite(), command, new StructuredSelection(new DeviceNode(connection, DeviceSummary.of(known))))) {
				page.problem(NLS.bind(Messages.Not_allowed, connection.name()));
			}
		}
	}

	private <T> void start(Function<HubConnection, HubOperation<T>> operation, String doing, Consumer<T> then,
			BiConsumer<PageFrame, IStatus> failed) {
		PageFrame page = frame();
		QueuePane shown = pane;
		HubReading runner = work;
		HubConnection connection = page == null ? null : page.connection();
		if (page == null || shown == null || runner == null || connection == null || shown.isBusy()) {
			return;
		}
		page.info(doing);
		shown.busy(true);
		runner.start(operation.apply(connection), result -> {
			shown.busy(false);
			then.accept(result);
		}, failure -> {
			shown.busy(false);
			failed.accept(page, failure);
		});
	}
}
