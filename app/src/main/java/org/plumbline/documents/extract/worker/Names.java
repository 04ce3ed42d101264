package org.plumbline.documents.extract.worker;

/** Names as containers state them: data to show, whatever they look like. */
final class Names {
    private static final int LONGEST = 1000;

    private Names() {}

    /** The part of a stated path after its last separator of either kind. */
    static String last(String path) {
        String name = path.strip();
        int from = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1;
        return bounded(name.substring(from));
    }

    static String bounded(String name) {
        String clean = name.replaceAll("\\p{Cntrl}", " ");
        return clean.length() <= LONGEST ? clean : clean.substring(clean.length() - LONGEST);
    }

    /** A path with its folders set apart by slashes, whatever sets them apart where it is stated. */
    static String slashed(String path) {
        return path.replace('\\', '/');
    }

    /** The name without its last extension. */
    static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
