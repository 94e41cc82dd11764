// SPDX-License-Identifier: EPL-2.0
package iothubtools.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;

import iothubtools.client.auth.HubHost;
import iothubtools.client.auth.SasToken;
import iothubtools.client.auth.SharedAccessKey;

/** D2C messages over MQTT with TLS: every device sends its next one when the one before is acknowledged. */
final class MqttSends implements Subject {

	/** One thread: the cores are for the server, as far as that goes. */
	private final MultiThreadIoEventLoopGroup threads = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
	private final List<MqttConnection> connections = new ArrayList<>();

	/** To the hub. */
	MqttSends(Setup setup) throws Exception {
		this(setup, setup.mqttPort());
	}

	/** To whoever listens there with the hub's certificate. */
	MqttSends(Setup setup, int port) throws Exception {
		SslContext tls = SslContextBuilder.forClient().sslProvider(SslProvider.JDK).trustManager(Trust.certificate(setup.authority()))
				.build();
		String name = setup.host().replaceFirst(":\\d+$", "");
		HubHost host = HubHost.parse(setup.host());
		for (String connection : setup.devices()) {
			String id = Setup.part(connection, "DeviceId");
			String token = SasToken.create(SasToken.deviceResource(host, id),
					SharedAccessKey.parse(Setup.part(connection, "SharedAccessKey")), null, Instant.now().plus(Duration.ofHours(1))).value();
			connections.add(MqttConnection.open(threads, tls, name, port, id, token));
		}
	}

	@Override
	public long run(long nanos) throws Exception {
		return ClosedLoops.run(connections.size(), nanos, device -> connections.get(device).publish(Payload.BYTES));
	}

	@Override
	public void close() {
		connections.forEach(MqttConnection::close);
		threads.shutdownGracefully();
	}
}
