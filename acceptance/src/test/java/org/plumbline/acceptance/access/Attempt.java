package org.plumbline.acceptance.access;

/**
 * One request.
 *
 * @param twin path and body of the same request about identifiers that do not exist; both the request's own where all
 *     it names may be seen
 */
record Attempt(Actor actor, String method, String path, String type, String body, Twin twin) {
    /** The same about nothing. */
    record Twin(String path, String body) {}

    boolean isForeign() {
        return !twin.path().equals(path) || !twin.body().equals(body);
    }

    boolean service() {
        return path.startsWith("/api/");
    }

    @Override
    public String toString() {
        return actor.name() + ": " + method + " " + path + (body.isEmpty() ? "" : " with " + body);
    }
}
