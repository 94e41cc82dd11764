// SPDX-License-Identifier: EPL-2.0
package iothubtools.bench;

/** The subjects that can be measured. */
enum SubjectKind {
	SDK_SENDS("Azure's device SDK", SdkDevices::overHttps),
	CLIENT_SENDS("our client", ClientSends::new),
	HAND_WRITTEN_SENDS("hand-written HttpCore", HandWrittenSends::new),
	SDK_LIST("Azure's service SDK", SdkList::new),
	CLIENT_LIST("our client", ClientList::new),
	SDK_CREATE("Azure's service SDK, one by one", SdkCreate::new),
	CLIENT_CREATE("our client, bulk", ClientBulk::plain),
	SDK_DISABLE("Azure's service SDK, one by one", SdkDisable::new),
	CORE_DISABLE("core, as the view does", CoreDisable::new),
	CLIENT_BULK("bare bulk calls", ClientBulk::withTwins),
	CORE_IMPORT("import of a CSV file", CoreImport::new),
	CORE_EVENTS("core told of new devices", CoreEvents::new),
	CORE_DELETES("core deleting devices", CoreDeletes::new),
	CORE_LIST("core listing devices", CoreList::new),
	SDK_MULTIPLEXED("Azure's MultiplexingClient", SdkDevices::multiplexed),
	CLIENT_DEVICES("our devices", ClientDevices::new),
	SDK_COMMANDS("Azure's MessagingClient", SdkCommands::new),
	CLIENT_COMMANDS("our client", ClientCommands::new),
	SDK_EVENTS("Azure's Event Hubs client", SdkEvents::new),
	CLIENT_EVENTS("our client", ClientEvents::new),
	HUB_GETS("local hub", IdentityGets::new),
	BARE_SERVER_GETS("bare Netty server", BareServerGets::new),
	OLDER_HUB_MQTT("local hub of the older commit", HubSends::before),
	HUB_MQTT("local hub", HubSends::now),
	MOSQUITTO_MQTT("mosquitto, which keeps nothing", MosquittoSends::new);

	/** Whether it needs the core of this build and all that needs. */
	boolean isCore() {
		return name().startsWith("CORE_");
	}

	/** Makes a subject ready to run. */
	@FunctionalInterface
	interface Opening {
		Subject open(Setup setup) throws Exception;
	}

	private final String title;
	private final Opening opening;

	SubjectKind(String title, Opening opening) {
		this.title = title;
		this.opening = opening;
	}

	String title() {
		return title;
	}

	Subject open(Setup setup) throws Exception {
		return opening.open(setup);
	}
}
