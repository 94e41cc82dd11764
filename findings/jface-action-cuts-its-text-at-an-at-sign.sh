#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# org.eclipse.jface 3.34.0 and 3.39.100 with SWT 3.134.0 (Maven Central, of Eclipse 4.32 and 4.39): what follows an @ in the text of an action is no
# text.
#
# Guess:  new Action("Delete pump@north") is a menu entry and a button "Delete pump@north". An id of a device in IoT Hub may have an @; the one
#         character that menus treat apart is &.
# Seen:   the last @ begins the accelerator, if there is no tab: the menu shows "Delete pump", and "north" at the right edge where Ctrl+D would
#         be; a button with the text of the action shows "Delete pump" alone. A submenu, a MenuManager with that text, and
#         Action.getText() have it whole, so that nothing looks wrong from inside. The Javadoc of IAction.setText says it.
# Way out: a tab at the end of every text that has a name in it: new Action("Delete " + id + "\t").
#
# Needs x86_64 Linux with GTK 3, Xvfb, a JDK of 21 or newer and any Maven; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >Run.java <<'JAVA'
import java.util.List;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

public class Run {
	public static void main(String[] arguments) {
		Shell shell = new Shell(new Display());
		Action action = action("Delete pump@north");
		MenuManager menu = new MenuManager();
		menu.add(action);
		menu.add(action("Delete pump@north\t"));
		MenuManager below = new MenuManager("pump@north");
		below.add(action("Start"));
		menu.add(below);
		menu.createContextMenu(shell);
		menu.updateAll(true);
		ToolBarManager bar = new ToolBarManager();
		ActionContributionItem button = new ActionContributionItem(action);
		button.setMode(ActionContributionItem.MODE_FORCE_TEXT);
		bar.add(button);
		bar.createControl(shell);
		bar.update(true);
		List<String> seen = List.of(action.getText(), menu.getMenu().getItem(0).getText(), bar.getControl().getItem(0).getText(),
				menu.getMenu().getItem(1).getText(), menu.getMenu().getItem(2).getText());
		System.out.println("action, menu entry, button, menu entry with a tab, submenu: " + seen.toString().replace("\t", "<tab>"));
		if (!seen.equals(List.of("Delete pump@north", "Delete pump\tnorth", "Delete pump", "Delete pump@north\t", "pump@north"))) {
			throw new AssertionError("this has changed");
		}
	}

	private static Action action(String text) {
		return new Action(text) { };
	}
}
JAVA
for version in 3.34.0 3.39.100; do
  cat >pom.xml <<XML
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>org.eclipse.platform</groupId><artifactId>org.eclipse.jface</artifactId><version>$version</version></dependency>
<dependency><groupId>org.eclipse.platform</groupId><artifactId>org.eclipse.swt.gtk.linux.x86_64</artifactId><version>3.134.0</version></dependency>
</dependencies></project>
XML
  mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath
  echo "$version"
  xvfb-run -a java -cp "$(cat classpath)" Run.java 2>errors || { cat errors; exit 1; }
done
echo "as described"
