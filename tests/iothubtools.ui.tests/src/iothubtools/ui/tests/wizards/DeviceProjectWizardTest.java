// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.wizards;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspaceRoot;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.variables.VariablesPlugin;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.ui.IEditorPart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.client.devices.CertificateAuthority;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.DeviceSummary;
import iothubtools.core.project.DeviceActivity;
import iothubtools.core.project.DeviceProgram;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.model.DeviceNode;
import iothubtools.ui.internal.wizards.FailureArea;
import iothubtools.ui.internal.wizards.WizardSettings;
import iothubtools.ui.internal.wizards.project.DeviceProjectFields;
import iothubtools.ui.internal.wizards.project.DeviceProjectMaker;
import iothubtools.ui.tests.support.Form;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.Mnemonics;
import iothubtools.ui.tests.support.NoErrorsLogged;

/** A device's program as a project of the workspace, which holds no key. */
class DeviceProjectWizardTest {

	private static final String DEVICE = "pump:7";
	private static final String NAME = "pump-7";
	/** Possible for a project on every system. */
	private static final String ODD_NAME = "pump&heater@plant";
	private static final String USUAL = "Create a Java project, built by Maven, with a program for a device.";
	private static final String SOURCES = "src/main/java/com/example/device/";

	@RegisterExtension
	final NoErrorsLogged log = new NoErrorsLogged();
	@RegisterExtension
	final HubFixture hub = new HubFixture("Plant of projects");
	private final IWorkspaceRoot root = ResourcesPlugin.getWorkspace().getRoot();
	private final Path folder = root.getLocation().toPath().resolve(NAME);
	private WizardWindow wizard;
	private Form form;

	@BeforeEach
	void openTheWizard() throws Exception {
		WizardSettings.of("deviceProject").put("package", "");
		hub.create(DEVICE);
		wizard = open();
		form = wizard.form();
	}

	private WizardWindow open() {
		return open(DeviceIdentity.builder(DEVICE).build());
	}

	private WizardWindow open(DeviceIdentity device) {
		return WizardWindow.open("iothubtools.ui.wizard.deviceProject", "New IoT Hub Device Project",
				new StructuredSelection(new DeviceNode(hub.connection(), DeviceSummary.of(device))));
	}

	@AfterEach
	void closeAll() throws Exception {
		wizard.close();
		Ui.run(() -> HubView.page().closeAllEditors(false));
		for (IProject project : root.getProjects()) {
			project.delete(true, true, new NullProgressMonitor());
		}
		delete(folder);
	}

	private static void delete(Path path) throws Exception {
		if (Files.exists(path)) {
			try (Stream<Path> all = Files.walk(path)) {
				for (Path each : all.sorted((one, other) -> other.compareTo(one)).toList()) {
					Files.delete(each);
				}
			}
		}
	}

	private List<String> files() throws Exception {
		try (Stream<Path> all = Files.walk(folder)) {
			return all.filter(Files::isRegularFile).map(file -> folder.relativize(file).toString().replace('\\', '/')).sorted().toList();
		}
	}

	private String text(String file) throws Exception {
		return Files.readString(folder.resolve(file), StandardCharsets.UTF_8);
	}

	@Test
	void ofADeviceWithACertificateItIsSaidWhereThatIsPut() {
		wizard.close();
		wizard = open(DeviceIdentity.builder(DEVICE).authentication(new CertificateAuthority()).build());
		String where = DEVICE + " signs in with a certificate: its certificate and private key are to be put into options() of Device.java.";
		assertEquals(where, wizard.message());
		assertTrue(wizard.canFinish(), wizard.error());
		wizard.form().enter(DeviceProjectFields.DEVICE_ID, "another");
		assertEquals(USUAL, wizard.message());
		wizard.form().enter(DeviceProjectFields.DEVICE_ID, DEVICE);
		assertEquals(where, wizard.message());
	}

	@Test
	void aProjectIsMadeOfTheSelectedDeviceWithoutItsKey() throws Exception {
		assertEquals(NAME, form.value(DeviceProjectFields.NAME));
		assertEquals(DEVICE, form.value(DeviceProjectFields.DEVICE_ID));
		wizard.finish().closed();
		assertEquals(List.of(".gitignore", ".project", "README.md", "pom.xml", NAME + ".launch", SOURCES + "CloudMessages.java", SOURCES + "Device.java",
				SOURCES + "DirectMethods.java", SOURCES + "HubTrust.java", SOURCES + "Telemetry.java", SOURCES + "TwinProperties.java",
				"src/main/resources/simplelogger.properties"), files());
		String string = hub.hub().deviceConnectionString(DEVICE);
		for (String file : files()) {
			assertFalse(text(file).contains(string.replaceFirst(".*SharedAccessKey=", "")), file);
			assertFalse(text(file).contains("SharedAccessKey="), file);
		}
		String variable = text(NAME + ".launch").replaceFirst("(?s).*(\\$\\{iothub_connection_string:[^}]*}).*", "$1");
		assertEquals("${iothub_connection_string:" + hub.connection().host() + '/' + DEVICE + '}', variable);
		assertEquals(string, VariablesPlugin.getDefault().getStringVariableManager().performStringSubstitution(variable), "a launch has it");
		assertTrue(text(NAME + ".launch").contains("key=\"IOTHUB_CA_FILE\""), "the hub has a CA of its own");
		assertTrue(root.getProject(NAME).getFile(SOURCES + "Device.java").exists(), "the workspace knows the files");
		Until.holds("the source in an editor", () -> {
			IEditorPart editor = HubView.page().getActiveEditor();
			return editor != null && editor.getTitle().equals("Device.java");
		});
	}

	@Test
	void theProgramDoesWhatWasChosenInThePackageThatIsProposedNextTime() throws Exception {
		form.enter(DeviceProjectFields.NAME, "  " + NAME + ' ').enter(DeviceProjectFields.PACKAGE, "org.plant");
		form.set(DeviceProjectFields.does(DeviceActivity.TWIN), false).set(DeviceProjectFields.does(DeviceActivity.MESSAGES), false)
				.set(DeviceProjectFields.does(DeviceActivity.METHODS), false);
		wizard.finish().closed();
		assertEquals(List.of("Device.java", "HubTrust.java", "Telemetry.java"),
				files().stream().filter(file -> file.endsWith(".java")).map(file -> file.replace("src/main/java/org/plant/", "")).toList());
		wizard = open();
		assertEquals("org.plant", wizard.form().value(DeviceProjectFields.PACKAGE));
		assertEquals(NAME + "-2", wizard.form().value(DeviceProjectFields.NAME));
	}

	@Test
	void theNameFollowsTheDeviceUntilOneIsTyped() {
		form.enter(DeviceProjectFields.DEVICE_ID, "valve#1");
		assertEquals("valve-1", form.value(DeviceProjectFields.NAME));
		form.enter(DeviceProjectFields.NAME, "mine").enter(DeviceProjectFields.DEVICE_ID, DEVICE);
		assertEquals("mine", form.value(DeviceProjectFields.NAME));
	}

	/** Its dialog takes fewer characters for a name than a project may have. */
	@Test
	void theLaunchConfigurationCanBeSavedAndRunWhateverTheProjectIsCalled() throws Exception {
		form.enter(DeviceProjectFields.NAME, ODD_NAME);
		wizard.finish().closed();
		List<String> launches = Stream.of(root.getProject(ODD_NAME).members()).map(IResource::getName).filter(file -> file.endsWith(".launch")).toList();
		assertEquals(1, launches.size(), launches.toString());
		String name = launches.get(0).replace(".launch", "");
		assertDoesNotThrow(() -> DebugPlugin.getDefault().getLaunchManager().isValidLaunchConfigurationName(name));
		assertTrue(name.startsWith("pump"), name);
	}

	@Test
	void whatIsMissingOrWrongIsToldBesideItsField() throws Exception {
		assertTrue(wizard.canFinish(), wizard.error());
		refuses(DeviceProjectFields.PACKAGE, "com.new", "com.new cannot be the name of a Java package");
		refuses(DeviceProjectFields.NAME, "a/b", "/");
		refuses(DeviceProjectFields.NAME, "\u00e4".repeat(125), "The name of the project is too long");
		refuses(DeviceProjectFields.DEVICE_ID, "pump 7", "Device ID: a space");
		form.enter(DeviceProjectFields.NAME, "").enter(DeviceProjectFields.NAME, NAME);
		for (DeviceActivity activity : DeviceActivity.values()) {
			assertTrue(wizard.canFinish(), activity.name());
			form.set(DeviceProjectFields.does(activity), false);
		}
		assertEquals("Choose what the program does.", wizard.message());
		assertFalse(wizard.canFinish());
	}

	private void refuses(String field, String value, String why) {
		String before = form.value(field);
		form.enter(field, value);
		assertTrue(wizard.error().contains(why), wizard.error());
		assertFalse(wizard.canFinish());
		form.enter(field, before);
		assertTrue(wizard.canFinish(), wizard.error());
	}

	@Test
	void aProjectOrFolderThatIsThereIsNotTouched() throws Exception {
		Path own = Files.writeString(Files.createDirectory(folder).resolve("pom.xml"), "mine");
		form.enter(DeviceProjectFields.NAME, "x").enter(DeviceProjectFields.NAME, NAME);
		assertTrue(wizard.error().startsWith("There is already a folder or file " + folder), wizard.error());
		assertFalse(wizard.canFinish());
		root.getProject("taken").create(new NullProgressMonitor());
		form.enter(DeviceProjectFields.NAME, "taken");
		assertEquals("There is already a project taken.", wizard.error());
		assertEquals("mine", Files.readString(own));
	}

	@Test
	void aFolderThatComesMeanwhileIsNotTouchedEitherAndTheFormSaysWhy() throws Exception {
		Path own = Files.writeString(Files.createDirectory(folder).resolve("pom.xml"), "mine");
		wizard.finish();
		String told = form.value(FailureArea.ID);
		assertTrue(told.contains(folder.toString()), told);
		assertEquals("mine", Files.readString(own));
		assertEquals(List.of("pom.xml"), files());
		assertFalse(root.getProject(NAME).exists());
	}

	@Test
	void nothingIsLeftOfOneThatIsCancelledOrFails() {
		assertThrows(OperationCanceledException.class, () -> new DeviceProjectMaker(program("com.example")).make(new CancelledAfter(20)));
		assertFalse(root.getProject(NAME).exists() || Files.exists(folder));
		assertThrows(CoreException.class, () -> new DeviceProjectMaker(program("a".repeat(300))).make(new NullProgressMonitor()));
		assertFalse(root.getProject(NAME).exists() || Files.exists(folder));
	}

	private static DeviceProgram program(String packageName) {
		return new DeviceProgram(NAME, packageName, DEVICE, "hub.test", "", Set.of());
	}

	/** Whatever the labels are in another language. */
	@Test
	void allFieldsBeginBelowEachOther() {
		assertSame(Ui.get(form.control(DeviceProjectFields.NAME)::getParent), Ui.get(form.control(DeviceProjectFields.PACKAGE)::getParent),
				"columns of the same grid");
	}

	@Test
	void everyLetterLeadsToOneField() {
		assertEquals(List.of(), Mnemonics.clashes(form.control(DeviceProjectFields.NAME)));
	}

	/** Somebody who cancels when it has been looked so often. */
	private static final class CancelledAfter extends NullProgressMonitor {

		private int looks;

		CancelledAfter(int looks) {
			this.looks = looks;
		}

		@Override
		public boolean isCanceled() {
			return --looks < 0;
		}
	}
}
