// SPDX-License-Identifier: EPL-2.0
package iothubtools.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * What the command line asks for.
 *
 * @param rounds  turns of each subject
 * @param turn    how long one is
 * @param works   what is measured
 */
record Options(int rounds, Turn turn, List<Work> works) {

	private static final String USAGE = "Usage: bench.sh [--quick] [--rounds N] [--only send-1,send-200,list,create,disable,import,get,mqtt-100,amqp-200,c2d-1,c2d-100,events]";

	/** @throws IllegalArgumentException with what is wrong */
	static Options parse(String[] arguments) {
		int rounds = 5;
		Turn turn = new Turn(4, 6);
		List<Work> works = Work.all();
		for (int i = 0; i < arguments.length; i++) {
			switch (arguments[i]) {
			case "--quick" -> {
				rounds = 1;
				turn = new Turn(2, 3);
			}
			case "--rounds" -> rounds = Integer.parseInt(value(arguments, ++i));
			case "--only" -> works = named(value(arguments, ++i));
			default -> throw new IllegalArgumentException(USAGE);
			}
		}
		return new Options(rounds, turn, works);
	}

	private static String value(String[] arguments, int index) {
		if (index >= arguments.length) {
			throw new IllegalArgumentException(USAGE);
		}
		return arguments[index];
	}

	private static List<Work> named(String names) {
		List<Work> works = new ArrayList<>();
		for (String name : names.split(",")) {
			works.add(Work.all().stream().filter(work -> work.name().equals(name)).findFirst()
					.orElseThrow(() -> new IllegalArgumentException("There is no work " + name + ". " + USAGE)));
		}
		return works;
	}
}
