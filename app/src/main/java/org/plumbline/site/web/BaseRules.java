package org.plumbline.site.web;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * The part of Tabler that our pages stand on: rules for plain elements, buttons and form controls. The whole is 536 kB,
 * almost all of it for components we draw ourselves, and would use up the budget of the first paint.
 */
final class BaseRules {
    private static final Pattern CLASS = Pattern.compile("\\.([a-zA-Z][\\w-]*)");
    private static final Pattern KEPT =
            Pattern.compile("btn(-(primary|danger|ghost|sm|lg))?|form-(control|select|label)");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);

    private BaseRules() {}

    /** Rules of a minified stylesheet that can match one of our pages. */
    static String needed(String css) {
        var kept = new StringBuilder();
        String rest = COMMENT.matcher(css).replaceAll("").replace("@charset \"UTF-8\";", "");
        for (int at = 0; at < rest.length(); ) {
            int open = rest.indexOf('{', at);
            if (open < 0) {
                break;
            }
            int end = closing(rest, open);
            keep(rest.substring(at, open).strip(), rest.substring(open + 1, end), kept);
            at = end + 1;
        }
        return kept.toString();
    }

    private static void keep(String head, String body, StringBuilder kept) {
        if (head.startsWith("@media") || head.startsWith("@supports")) {
            String inner = needed(body);
            if (!inner.isEmpty()) {
                kept.append(head).append('{').append(inner).append("}\n");
            }
        } else if (!head.startsWith("@")) {
            String selectors = matching(head);
            if (!selectors.isEmpty()) {
                kept.append(selectors).append('{').append(body).append("}\n");
            }
        }
    }

    /** The selectors that name no class, or only classes we use; a list inside parentheses is left whole. */
    private static String matching(String head) {
        if (head.indexOf('(') >= 0) {
            return usable(head) ? head : "";
        }
        return String.join(
                ",", Arrays.stream(head.split(",")).filter(BaseRules::usable).toList());
    }

    private static boolean usable(String selector) {
        return CLASS.matcher(selector)
                .results()
                .allMatch(found -> KEPT.matcher(found.group(1)).matches());
    }

    private static int closing(String css, int open) {
        int depth = 0;
        for (int i = open; i < css.length(); i++) {
            switch (css.charAt(i)) {
                case '{' -> depth++;
                case '}' -> depth--;
                default -> {
                    continue;
                }
            }
            if (depth == 0) {
                return i;
            }
        }
        throw new IllegalStateException("A rule of the base stylesheet is not closed");
    }
}
