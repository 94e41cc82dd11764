// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Import, export and file upload at a hub without storage (contract §§3.8, 3.12). */
class TransferTest {

	private static final String CONTAINER = "\"https://store.test/container?sig=x\"";

	@RegisterExtension
	static final TestHub HUB = TestHub.withoutDevices();

	@BeforeAll
	static void prepare() throws Exception {
		HUB.create("camera");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"type\":\"export\",\"outputBlobContainerUri\":" + CONTAINER + "}",
			"{\"type\":\"import\",\"inputBlobContainerUri\":" + CONTAINER + ",\"outputBlobContainerUri\":" + CONTAINER + "}",
			"{\"type\":\"export\",\"outputBlobContainerUri\":\"not an address\"}",
			"{\"type\":\"import\",\"inputBlobContainerUri\":\"ftp://x\",\"outputBlobContainerUri\":" + CONTAINER + "}" })
	void noContainerCanBeUsed(String job) {
		HUB.call("POST", "/jobs/create", job).expectError(400, "BlobContainerValidationError");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"type\":\"move\"}", "{\"type\":\"export\"}", "[]", "{\"type\":1}",
			"{\"type\":\"import\",\"outputBlobContainerUri\":" + CONTAINER + "}" })
	void whatIsNoJobIsNoJob(String job) {
		HUB.call("POST", "/jobs/create", job).expectError(400, "ArgumentInvalid");
	}

	@Test
	void thereAreNoImportAndExportJobs() {
		assertEquals("[]", HUB.call("GET", "/jobs", null).expect(200).body());
		HUB.call("GET", "/jobs/14676d9f", null).expectError(404, "JobNotFound");
		HUB.call("DELETE", "/jobs/14676d9f", null).expectError(404, "JobNotFound");
		HUB.callAs(HUB.token("service"), "GET", "/jobs" + TestHub.VERSION, null).expect(401);
	}

	@Test
	void filesHaveNowhereToGo() {
		String target = "/devices/camera/files";
		assertEquals("DefaultStorageEndpointNotConfigured", upload(target, "{\"blobName\":\"a/b.txt\"}", 400));
		assertEquals("ArgumentInvalid", upload(target, "{}", 400));
		String done = "{\"correlationId\":\"1\",\"isSuccess\":true,\"statusCode\":200,\"statusDescription\":\"\"}";
		assertEquals("InvalidFileUploadCorrelationId", upload(target + "/notifications", done, 400));
		assertEquals("InvalidFileUploadCorrelationId", upload(target + "/notifications/1", done, 400));
		HUB.call("POST", "/devices/nobody/files", "{\"blobName\":\"b\"}").expectError(404, "DeviceNotFound");
	}

	private static String upload(String path, String body, int status) {
		return HUB.callAs(HUB.deviceToken("camera"), "POST", path + TestHub.VERSION, body).expect(status)
				.header("iothub-errorcode");
	}
}
