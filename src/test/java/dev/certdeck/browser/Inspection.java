package dev.certdeck.browser;

import java.util.ArrayList;
import java.util.List;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Results;
import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Looks at a page as somebody with a small screen, in the dark or with a screen reader
 * would.
 *
 * @param chromium the browser that shows the page
 */
record Inspection(Chromium chromium) {

	private static final List<String> TAGS = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa",
			"best-practice");

	private static final List<String> COLOUR_RULES = List.of("color-contrast", "link-in-text-block");

	private static final List<Integer> WIDTHS = List.of(1280, 390);

	private static final List<String> SCHEMES = List.of("light", "dark");

	List<String> findings() {
		List<String> findings = new ArrayList<>(this.chromium.complaints());
		for (int width : WIDTHS) {
			this.chromium.size(width, 800);
			for (String scheme : SCHEMES) {
				this.chromium.scheme(scheme);
				violations(scheme)
					.forEach((violation) -> findings.add("%s %d: %s".formatted(scheme, width, violation)));
			}
			findings.addAll(overflow(width));
		}
		this.chromium.usualSize();
		return findings;
	}

	/**
	 * Looks at the page with all rules, or in the dark with those on colours alone, since
	 * nothing else differs there.
	 * @param scheme the scheme
	 * @return what is wrong
	 */
	private List<String> violations(String scheme) {
		AxeRunOptions options = new AxeRunOptions();
		options.setResultTypes(List.of("violations"));
		AxeBuilder axe = new AxeBuilder().setLegacyMode().withOptions(options);
		Results results = (scheme.equals("dark") ? axe.withRules(COLOUR_RULES) : axe.withTags(TAGS))
			.analyze(this.chromium.driver());
		assertThat(results.getPasses()).extracting(Rule::getId).contains("color-contrast");
		return results.getViolations().stream().map(Inspection::describe).toList();
	}

	private static String describe(Rule rule) {
		return rule.getId() + " " + rule.getNodes().stream().limit(3).map(CheckedNode::getHtml).toList();
	}

	private List<String> overflow(int width) {
		Number needed = (Number) this.chromium.driver().executeScript("return document.scrollingElement.scrollWidth");
		return (needed.intValue() > width) ? List.of("needs %s pixels of %d".formatted(needed, width)) : List.of();
	}

}
