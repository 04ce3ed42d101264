package org.plumbline.postgres;

/**
 * How to reach the records.
 *
 * @param url JDBC URL
 */
record Reached(String url, String ownerPassword, String appPassword) {
    /** The URL without what may be secret in it. */
    String place() {
        int query = url.indexOf('?');
        return query < 0 ? url : url.substring(0, query);
    }

    @Override
    public String toString() {
        return place();
    }
}
