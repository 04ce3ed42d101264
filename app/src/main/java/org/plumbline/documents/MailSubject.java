package org.plumbline.documents;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A subject as threads compare it: without the marks of replies, forwards and mailing lists, in small letters.
 *
 * @param key empty where nothing else was in it
 * @param reply whether a mark of a reply or a forward stood before it
 */
record MailSubject(String key, boolean reply) {
    /** What mail programs put before a subject, in the languages they are known to do it in. */
    private static final Pattern MARK = Pattern.compile(
            "(?:re|fw|fwd|aw|wg|antw|antwort|sv|vs|vb|vl|tr|trs|rv|ref|rif|rép|rep|res|resp|rsp|enc|r|i|odp|pd|ynt|ilt|doorst|"
                    + "bls|atb|továbbítás|vá|továbbítva|отв|ответ|пер|пересл|fwd\\.|відп|απ|σχετ|πρθ|תגובה|הועבר|رد|"
                    + "إعادة توجيه|回复|回覆|答复|答覆|转发|轉寄|轉發|返信|転送|회신|전달|답장|ตอบ|ส่งต่อ)"
                    + "(?:\\s*(?:\\[\\d{1,3}\\]|\\(\\d{1,3}\\)|\\^\\d{1,3}))?\\s*:\\s*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern TAG = Pattern.compile("\\[[^\\[\\]]{1,60}\\]\\s*");
    private static final Pattern TRAILING = Pattern.compile("\\s*\\((?:fwd|fw)\\)$", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST = 1000;

    static MailSubject of(String stated) {
        String rest = Normalizer.normalize(stated, Normalizer.Form.NFKC)
                .replaceAll("\\p{Cf}", "")
                .replaceAll("[\\s\\p{Z}\\p{Cntrl}]+", " ")
                .strip();
        boolean reply = false;
        while (true) {
            Matcher mark = MARK.matcher(rest);
            Matcher tag = TAG.matcher(rest);
            if (mark.lookingAt()) {
                reply = true;
                rest = rest.substring(mark.end());
            } else if (tag.lookingAt() && tag.end() < rest.length()) {
                rest = rest.substring(tag.end());
            } else {
                break;
            }
        }
        Matcher trailing = TRAILING.matcher(rest);
        if (trailing.find()) {
            reply = true;
            rest = rest.substring(0, trailing.start());
        }
        return new MailSubject(Plain.text(rest.strip().toLowerCase(Locale.ROOT), LONGEST), reply);
    }
}
