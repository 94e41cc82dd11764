// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.forms;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.ui.internal.forms.Finding.Severity;

/**
 * Everything a form has to say at one moment.
 *
 * @param all in the order of the rules, which is the order of the fields
 */
public record Findings(List<Finding> all) {

	public Findings {
		all = List.copyOf(all);
	}

	/** Checks a model by all the rules of its form. */
	public static <M> Findings of(M model, List<Rule<M>> rules) {
		return new Findings(rules.stream().map(rule -> rule.check(model)).filter(Objects::nonNull).toList());
	}

	/** Whether nothing is missing or wrong; warnings do not count. */
	public boolean complete() {
		return all.stream().allMatch(finding -> finding.severity() == Severity.WARNING);
	}

	/** The gravest finding, the first of them if there are several; null when all is well. */
	public @Nullable Finding gravest() {
		// max() would give the last of equals
		return all.stream().min(Comparator.comparing(Finding::severity).reversed()).orElse(null);
	}

	/** What is to be said about one field, or null. */
	public @Nullable Finding of(String field) {
		return new Findings(all.stream().filter(finding -> finding.field().equals(field)).toList()).gravest();
	}
}
