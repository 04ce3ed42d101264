package org.plumbline.acceptance.access;

import java.util.Set;

/**
 * A person who asks.
 *
 * @param token for the API, which may write
 * @param cookie of a session in which the person is signed in
 * @param csrf what the session's forms carry
 * @param sees canary words of what the person may see
 */
record Actor(String name, int organisation, String id, String token, String cookie, String csrf, Set<String> sees) {
    Actor {
        sees = Set.copyOf(sees);
    }
}
