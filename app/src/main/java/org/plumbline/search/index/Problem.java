package org.plumbline.search.index;

import java.util.Map;

/**
 * Why a query isn't understood. The sentence is {@code refusal.<code>} in the message bundle of search.
 *
 * @param code stable reason code, such as {@code query-quote-unclosed}; all are listed in docs/design/search.md
 * @param at position in the query, in characters from 0
 * @param arguments what the sentence names
 */
public record Problem(String code, int at, Map<String, String> arguments) {
    public Problem {
        arguments = Map.copyOf(arguments);
    }
}
