// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.CompletionProposal;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContentAssistProcessor;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.contentassist.IContextInformationValidator;

import iothubtools.client.devices.CertificateAuthority;
import iothubtools.client.devices.NoAuthentication;
import iothubtools.client.devices.SelfSigned;
import iothubtools.client.devices.SymmetricKeys;
import iothubtools.client.query.language.QueryPlace;
import iothubtools.client.query.language.QueryPlace.Expected;
import iothubtools.client.query.language.QueryWords;

/** Proposes what may come at the cursor: words of the language, attributes of the service, and tags and properties that were seen at the hub. */
final class QueryAssist implements IContentAssistProcessor {

	/** A text that may be put in, and where the cursor is then, counted from its end. */
	record Candidate(String text, int back) {
	}

	private final Supplier<List<String>> seen;

	/** @param seen the paths that rows of the hub had */
	QueryAssist(Supplier<List<String>> seen) {
		this.seen = seen;
	}

	@Override
	public ICompletionProposal[] computeCompletionProposals(@Nullable ITextViewer viewer, int offset) {
		if (viewer == null) {
			return new ICompletionProposal[0];
		}
		QueryPlace place = QueryPlace.of(viewer.getDocument().get(), offset);
		return found(place).stream().map(candidate -> proposal(candidate, place)).toArray(ICompletionProposal[]::new);
	}

	/** What may come at a place and goes on with what is typed there. */
	List<Candidate> found(QueryPlace place) {
		String typed = place.prefix().toLowerCase(Locale.ROOT);
		List<Candidate> inOrder = new ArrayList<>();
		List<Candidate> others = new ArrayList<>();
		for (Candidate candidate : candidates(place)) {
			String lower = candidate.text().toLowerCase(Locale.ROOT);
			if (lower.equals(typed)) {
				continue;
			}
			if (lower.startsWith(typed)) {
				inOrder.add(candidate);
			} else if (!typed.isEmpty() && Arrays.stream(lower.split("\\.")).anyMatch(name -> name.startsWith(typed))) {
				// site finds tags.site
				others.add(candidate);
			}
		}
		inOrder.addAll(others);
		return inOrder;
	}

	private static ICompletionProposal proposal(Candidate candidate, QueryPlace place) {
		return new CompletionProposal(candidate.text(), place.start(), place.prefix().length(), candidate.text().length() - candidate.back());
	}

	private List<Candidate> candidates(QueryPlace place) {
		List<Candidate> all = new ArrayList<>();
		for (Expected expected : place.expected()) {
			switch (expected) {
			case SELECT -> words(all, "SELECT * FROM devices", "SELECT ", "SELECT COUNT() AS number FROM devices");
			case TOP -> words(all, "TOP ");
			case ALL -> words(all, "* ");
			case ATTRIBUTE -> attributes(place).forEach(path -> all.add(new Candidate(path, 0)));
			case AGGREGATE -> QueryWords.AGGREGATES.forEach(name -> all.add(new Candidate(name + "()", name.equals("COUNT") ? 0 : 1)));
			case FUNCTION -> QueryWords.FUNCTIONS.forEach(name -> all.add(new Candidate(name + "()", 1)));
			case AS -> words(all, "AS ");
			case FROM -> words(all, "FROM ");
			case COLLECTION -> Arrays.stream(QueryWords.Collection.values()).forEach(collection -> words(all, collection.path()));
			case WHERE -> words(all, "WHERE ");
			case GROUP -> words(all, "GROUP BY ");
			case BY -> words(all, "BY ");
			case AND_OR -> words(all, "AND ", "OR ");
			case NOT -> words(all, "NOT ");
			case OPERATOR -> {
				words(all, "= ", "!= ", "< ", "<= ", "> ", ">= ");
				all.add(new Candidate("IN []", 1));
				all.add(new Candidate("NIN []", 1));
			}
			case VALUE -> values(place, all);
			case TEXT -> texts(place.comparedWith()).forEach(text -> all.add(new Candidate(text, 0)));
			}
		}
		return all;
	}

	private static void words(List<Candidate> all, String... words) {
		for (String word : words) {
			all.add(new Candidate(word, 0));
		}
	}

	private Stream<String> attributes(QueryPlace place) {
		Stream<String> own = place.collection().attributes().stream();
		return place.collection() == QueryWords.Collection.JOBS ? own : Stream.concat(own, seen.get().stream()).distinct();
	}

	private static void values(QueryPlace place, List<Candidate> all) {
		texts(place.comparedWith()).forEach(text -> all.add(new Candidate('\'' + text + '\'', 0)));
		all.add(new Candidate("''", 1));
		words(all, "true", "false", "null");
	}

	/** What the service itself has in an attribute. */
	private static List<String> texts(String path) {
		String name = path.toLowerCase(Locale.ROOT);
		return switch (name.substring(name.lastIndexOf('.') + 1)) {
		case "status" -> name.startsWith("tags") || name.startsWith("properties") ? List.of() : List.of("enabled", "disabled");
		case "connectionstate" -> List.of("Connected", "Disconnected");
		case "authenticationtype" -> List.of(SymmetricKeys.TYPE, SelfSigned.TYPE, CertificateAuthority.TYPE, NoAuthentication.TYPE);
		default -> List.of();
		};
	}

	@Override
	public char @Nullable [] getCompletionProposalAutoActivationCharacters() {
		return new char[] { '.' };
	}

	@Override
	public IContextInformation @Nullable [] computeContextInformation(@Nullable ITextViewer viewer, int offset) {
		return null;
	}

	@Override
	public char @Nullable [] getContextInformationAutoActivationCharacters() {
		return null;
	}

	@Override
	public @Nullable IContextInformationValidator getContextInformationValidator() {
		return null;
	}

	@Override
	public @Nullable String getErrorMessage() {
		return null;
	}
}
