// SPDX-License-Identifier: EPL-2.0
package iothubtools.install.tests;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A table of docs/architecture.md: rooms by floor, from the ground up. */
record Architecture(List<Room> rooms) {

	private static final Pattern NAME = Pattern.compile("`([^`]+)`");

	/**
	 * A room.
	 *
	 * @param there   whether it is built; else it is decided and to come
	 * @param mayNeed what a column "may ask for" of its row names, none where the table has no such column
	 */
	record Room(String name, int floor, boolean there, Set<String> mayNeed) {
	}

	/** The table below a heading that begins so. */
	static Architecture below(String heading) {
		String page = Checkout.read(Checkout.ROOT.resolve("docs/architecture.md"));
		int start = page.indexOf("\n## " + heading);
		if (start < 0) {
			throw new AssertionError("docs/architecture.md has no heading " + heading);
		}
		int end = page.indexOf("\n## ", start + 1);
		return of(page.substring(start, end < 0 ? page.length() : end));
	}

	/** The rows of the table in a section. */
	static Architecture of(String section) {
		List<Room> rooms = new ArrayList<>();
		section.lines().filter(line -> line.matches("\\| \\d+ \\|.*")).map(line -> line.split("\\|", -1)).forEach(cells -> {
			int floor = Integer.parseInt(cells[1].strip());
			Set<String> mayNeed = cells.length > 6 ? Set.copyOf(names(cells[4])) : Set.of();
			names(cells[2]).forEach(name -> rooms.add(new Room(name, floor, true, mayNeed)));
			names(cells[3]).forEach(name -> rooms.add(new Room(name, floor, false, mayNeed)));
		});
		return new Architecture(rooms);
	}

	private static List<String> names(String cell) {
		return NAME.matcher(cell).results().map(found -> found.group(1)).toList();
	}

	/** Where the table does not say what is built; what is to come may be there already. */
	Set<String> untrue(Set<String> built) {
		Set<String> untrue = new TreeSet<>();
		rooms.stream().filter(room -> room.there() && !built.contains(room.name()))
				.forEach(room -> untrue.add(room.name() + " is not there"));
		Set<String> known = rooms.stream().map(Room::name).collect(Collectors.toSet());
		built.stream().filter(name -> !known.contains(name)).forEach(name -> untrue.add(name + " is not in the table"));
		return untrue;
	}

	/** The rooms of each floor as the picture has them, from the ground up. */
	List<String> floors() {
		return List.copyOf(rooms.stream().collect(Collectors.groupingBy(Room::floor, TreeMap::new,
				Collectors.mapping(Room::name, Collectors.joining(" \u00b7 ")))).values());
	}

	/** What a room may need, by its name. */
	Map<String, Set<String>> mayNeed() {
		return rooms.stream().collect(Collectors.toMap(Room::name, Room::mayNeed));
	}

	/** The room that a name is of, or below; itself where there is none. */
	String owner(String name) {
		return rooms.stream().map(Room::name).filter(room -> name.equals(room) || name.startsWith(room + '.'))
				.max(Comparator.comparing(String::length)).orElse(name);
	}

	/** Arrows that lead from a room to one on a floor above it, and rooms without a floor. */
	Set<String> broken(Map<String, Set<String>> needs) {
		Map<String, Integer> floors = new TreeMap<>();
		rooms.forEach(room -> floors.put(room.name(), room.floor()));
		Set<String> broken = new TreeSet<>();
		needs.forEach((room, others) -> {
			Integer floor = floors.get(room);
			if (floor == null) {
				broken.add(room + " has no floor");
			} else {
				others.stream().filter(other -> floors.getOrDefault(other, 0) > floor)
						.forEach(other -> broken.add(room + " -> " + other));
			}
		});
		return broken;
	}

	/** Names as the tables have them: those below a package without it, the package itself in full. */
	static Map<String, Set<String>> relativeTo(String base, Map<String, Set<String>> needs) {
		Map<String, Set<String>> relative = new TreeMap<>();
		needs.forEach((name, others) -> relative.put(relative(base, name),
				others.stream().map(other -> relative(base, other)).collect(Collectors.toCollection(TreeSet::new))));
		return relative;
	}

	private static String relative(String base, String name) {
		return name.startsWith(base + '.') ? name.substring(base.length() + 1) : name;
	}
}
