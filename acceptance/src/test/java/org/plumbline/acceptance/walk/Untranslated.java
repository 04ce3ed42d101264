package org.plumbline.acceptance.walk;

import com.microsoft.playwright.Page;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.plumbline.engine.model.Vocabulary;

/**
 * Finds what a page in the stretched language says that came from no bundle. A piece of text is one of the page's own
 * when it is written with accents; otherwise nothing may be left of it once what is data is taken away: what the
 * records say, words of the vocabulary, times, numbers, digests and addresses.
 */
final class Untranslated {
    /** Its brackets, or the letters only it writes. */
    private static final Pattern STRETCHED =
            Pattern.compile("^\\[|[ÅåƁƀÇçĐđÉéƑƒĜĝĤĥÎîĴĵĶķĻļḾḿÑñÖöÞþǪǫŔŕŠšŢţÛûṼṽŴŵẊẋÝýŽž]");

    private static final Pattern DATA = Pattern.compile(
            "(?i)[0-9a-f]{8}-[0-9a-f-]{27,}|\\b[0-9a-f]{6,}…?\\b|\\b\\d{1,2}(?=[ \\u00a0])|https?://\\S+|\\b\\w+([./-]\\w+)+\\b"
                    + "|\\b(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|january|february|march|april|june|july|august"
                    + "|september|october|november|december|(mon|tues|wednes|thurs|fri|satur|sun)day|ce?s?t|utc)\\b"
                    + "|\\b[kmg]?b\\b|\\bctrl\\b|\\bpdf\\b|\\bdocx\\b");
    /**
     * What templates mark as data: numbers and codes, digests, initials, times, what people and files wrote, and what a
     * report prints.
     */
    private static final String MARKED =
            ".pl-num, .pl-hash, .pl-av, time, code, kbd, [dir=auto], .pl-caveat, .rep-sheet";

    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");
    private static final String TEXTS = """
            (marked) => {
              const found = [document.title];
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (walker.nextNode()) {
                const node = walker.currentNode;
                if (!node.parentElement.closest('script, style, template, noscript, ' + marked)) found.push(node.data);
              }
              for (const element of document.body.querySelectorAll('[aria-label], [placeholder], [title], [alt], [data-label]')) {
                for (const name of ['aria-label', 'placeholder', 'title', 'alt', 'data-label']) {
                  found.push(element.getAttribute(name) ?? '');
                }
              }
              return found.map((text) => text.replace(/\\s+/g, ' ').trim()).filter((text) => /\\p{L}{2}/u.test(text));
            }""";

    private final List<Pattern> said;

    Untranslated(Set<String> records) {
        var known = new HashSet<>(records);
        for (var schema : Vocabulary.load().schemata()) {
            known.add(schema.label());
            known.add(schema.name());
            schema.properties().values().forEach(property -> {
                known.add(property.label());
                known.add(property.name());
            });
        }
        said = known.stream()
                .flatMap(text -> text.lines().map(String::strip))
                .filter(text -> WORD.matcher(text).find())
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(text -> Pattern.compile(
                        "(?<!\\p{L})" + Pattern.quote(text.replaceAll("\\s+", " ")) + "(?!\\p{L})",
                        Pattern.CASE_INSENSITIVE))
                .toList();
    }

    /** Each piece of text of the page that is neither translated nor data. */
    Set<String> on(Page page) {
        return ((List<?>) page.evaluate(TEXTS, MARKED))
                .stream()
                        .map(String.class::cast)
                        .distinct()
                        .filter(text -> !STRETCHED.matcher(text).find())
                        .filter(this::saysMoreThanData)
                        .collect(Collectors.toSet());
    }

    private boolean saysMoreThanData(String text) {
        String left = text;
        for (Pattern known : said) {
            left = known.matcher(left).replaceAll(" ");
        }
        left = DATA.matcher(left).replaceAll(" ");
        return WORD.matcher(left.toLowerCase(Locale.ROOT)).find();
    }
}
