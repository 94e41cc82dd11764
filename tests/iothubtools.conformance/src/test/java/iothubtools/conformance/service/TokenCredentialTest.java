// SPDX-License-Identifier: EPL-2.0
package iothubtools.conformance.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.OffsetDateTime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.microsoft.azure.sdk.iot.service.ProxyOptions;
import com.microsoft.azure.sdk.iot.service.exceptions.IotHubUnauthorizedException;
import com.microsoft.azure.sdk.iot.service.registry.Device;
import com.microsoft.azure.sdk.iot.service.registry.RegistryClient;
import com.microsoft.azure.sdk.iot.service.registry.RegistryClientOptions;
import com.microsoft.azure.sdk.iot.service.twin.TwinClient;
import com.microsoft.azure.sdk.iot.service.twin.TwinClientOptions;

import iothubtools.conformance.hub.HubUnderTest;
import iothubtools.conformance.table.ConformanceTable;
import iothubtools.conformance.table.ContractOperation;
import iothubtools.conformance.table.ExpectedError;
import iothubtools.conformance.table.Row;
import reactor.core.publisher.Mono;

/** The service SDK with tokens of Microsoft Entra ID (contract §1.2), of the hub's test issuer, at a hub that takes no shared keys. */
@ExtendWith(ConformanceTable.class)
class TokenCredentialTest {

	private static final String WITH = "TokenCredential, shared keys switched off";

	@RegisterExtension
	static final HubUnderTest HUB = HubUnderTest.with("--entra", "--no-shared-keys");

	/** The issuer's tokens are for the audience that the SDK asks for. */
	private static TokenCredential credential(String client) {
		return request -> Mono.fromSupplier(() -> new AccessToken(HUB.accessToken(client, request.getScopes().get(0)),
				OffsetDateTime.now().plusHours(1)));
	}

	private static RegistryClient registry(String client) {
		return new RegistryClient(HUB.hostName(), credential(client),
				RegistryClientOptions.builder().proxyOptions(HUB.proxy().map(ProxyOptions::new).orElse(null)).build());
	}

	private static TwinClient twins(String client) {
		return new TwinClient(HUB.hostName(), credential(client),
				TwinClientOptions.builder().proxyOptions(HUB.proxy().map(ProxyOptions::new).orElse(null)).build());
	}

	@Test
	@Row(value = ContractOperation.CREATE_DEVICE, sdk = RegistryClient.class, call = "addDevice", with = WITH)
	@Row(value = ContractOperation.GET_DEVICE, sdk = RegistryClient.class, call = "getDevice", with = WITH)
	@Row(value = ContractOperation.GET_TWIN, sdk = TwinClient.class, call = "get", with = WITH)
	void opensAHubThatTakesNoKeys() throws Exception {
		registry("registry-contributor").addDevice(new Device("by-token"));
		assertEquals("by-token", registry("data-reader").getDevice("by-token").getDeviceId());
		assertEquals("by-token", twins("twin-contributor").get("by-token").getDeviceId());
	}

	@Test
	@Row(value = ContractOperation.CREATE_DEVICE, sdk = RegistryClient.class, call = "addDevice", with = "TokenCredential of one who may read only", error = "IotHubUnauthorizedException: ErrorCode:IotHubUnauthorized;Principal data-reader is not authorized for PUT on /devices/read-only due to no assigned permissions")
	void aReaderWritesNothing(ExpectedError error) {
		error.isThrownBy(IotHubUnauthorizedException.class, () -> registry("data-reader").addDevice(new Device("read-only")));
	}
}
