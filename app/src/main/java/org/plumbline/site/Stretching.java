package org.plumbline.site;

/** Makes the pseudo-language en-XA: accents that stay readable, and length that English never needs. */
final class Stretching {
    private static final String PLAIN = "AaBbCcDdEeFfGgHhIiJjKkLlMmNnOoPpQqRrSsTtUuVvWwXxYyZz";
    private static final String ACCENTED = "ÅåƁƀÇçĐđÉéƑƒĜĝĤĥÎîĴĵĶķĻļṀḿÑñÖöÞþǪǫŔŕŠšŢţÛûṼṽŴŵẊẋÝýŽž";
    /** Translators reckon with 30 to 40 % more than English; ours is the upper end. */
    private static final double LONGER = 0.4;

    private Stretching() {}

    static String accented(String english) {
        var text = new StringBuilder(english.length());
        for (int i = 0; i < english.length(); i++) {
            int at = PLAIN.indexOf(english.charAt(i));
            text.append(at < 0 ? english.charAt(i) : ACCENTED.charAt(at));
        }
        return text.toString();
    }

    static String bracketed(String filled, int englishLetters) {
        int more = (int) Math.ceil(englishLetters * LONGER);
        var text = new StringBuilder(filled.length() + more + 2).append('[').append(filled);
        for (int i = 0; i < more; i++) {
            text.append(i % 6 == 0 ? ' ' : 'ö');
        }
        return text.append(']').toString();
    }
}
