package org.plumbline.documents.mentions;

import com.ibm.icu.text.IDNA;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * E-mail addresses (the dot-atom of RFC 5322), domain names (RFC 1035, UTS #46 for other scripts) and addresses on the
 * web, also where somebody broke them so that nobody follows them: {@code hxxp}, {@code [.]}, {@code [at]}.
 */
final class Addresses implements Finder {
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /** The oldest and most used suffixes that are no country's, and those that RFC 2606 keeps for examples. */
    private static final Set<String> SUFFIXES = Set.of(
            "com",
            "org",
            "net",
            "info",
            "biz",
            "int",
            "gov",
            "edu",
            "mil",
            "eu",
            "uk",
            "aero",
            "coop",
            "museum",
            "name",
            "pro",
            "jobs",
            "mobi",
            "travel",
            "cat",
            "post",
            "tel",
            "asia",
            "xyz",
            "online",
            "site",
            "shop",
            "app",
            "dev",
            "cloud",
            "tech",
            "store",
            "bank",
            "law",
            "legal",
            "london",
            "berlin",
            "paris",
            "shipping",
            "capital",
            "global",
            "group",
            "company",
            "consulting",
            "finance",
            "holdings",
            "ltd",
            "limited",
            "gmbh",
            "example",
            "test",
            "invalid",
            "рф",
            "онлайн",
            "москва",
            "укр",
            "бел",
            "срб",
            "中国",
            "公司",
            "网络",
            "香港",
            "台湾",
            "امارات",
            "السعودية",
            "مصر",
            "الاردن");

    /** Ends of file names that are countries too; a name with such an end is taken for a file. */
    private static final Set<String> FILES =
            Set.of("md", "py", "sh", "ps", "pl", "rs", "so", "cc", "ml", "vi", "st", "ai", "nr");

    private static final String DOT = "(?:\\.|\\[\\.]|\\(\\.\\)|\\[dot])";
    private static final String LABEL = "[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}-]{0,61}[\\p{L}\\p{M}\\p{N}])?";
    private static final String HOST = LABEL + "(?:" + DOT + LABEL + "){1,8}";
    private static final String BEGIN = "(?<![\\p{L}\\p{M}\\p{N}@._-])";
    private static final String END = "(?![\\p{L}\\p{M}\\p{N}_@])(?!-[\\p{L}\\p{N}])";

    private static final Pattern EMAIL = Pattern.compile(
            "(?<![\\p{L}\\p{M}\\p{N}.!#$%\\&'*+/=?^_`{|}~\\-&&[^\\p{IsHan}]])([\\p{L}\\p{M}\\p{N}!#$%\\&'*+/=?^_`{|}~.\\-&&[^\\p{IsHan}]]{1,64}+)"
                    + "(?:@|\\[@]| ?\\[at] ?| ?\\(at\\) ?)(" + HOST + ")" + END);
    private static final Pattern WEB = Pattern.compile(
            "(?<![\\p{L}\\p{N}&&[^\\p{IsHan}]])(?:h(?:tt|xx)ps?|ftp)(?:://|\\[:]//|\\[://])([^\\s<>\"“”«»，。；、\\p{IsHan}]{1,2000}+)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DOMAIN = Pattern.compile(BEGIN + HOST + END);
    private static final Pattern ANY_DOT = Pattern.compile("[\\p{L}\\p{N}](?:\\.|\\[\\.]|\\(\\.\\)|\\[dot])[\\p{L}]");

    @Override
    public String name() {
        return "addresses";
    }

    @Override
    public void find(Stretch stretch) {
        String text = stretch.text();
        if (text.indexOf('@') >= 0 || text.contains("[at]") || text.contains("(at)")) {
            emails(stretch);
        }
        if (text.contains("//")) {
            web(stretch);
        }
        if (ANY_DOT.matcher(text).find()) {
            domains(stretch);
        }
    }

    private void emails(Stretch stretch) {
        Matcher email = EMAIL.matcher(stretch.text());
        while (email.find()) {
            String local = email.group(1);
            String host = host(email.group(2));
            if (!local.startsWith(".") && !local.endsWith(".") && !local.contains("..") && !host.isEmpty()) {
                stretch.add(
                        MentionKind.EMAIL, email.start(), email.end(), local + "@" + host, 0.95, Ground.FORM, name());
            }
        }
    }

    private void web(Stretch stretch) {
        Matcher web = WEB.matcher(stretch.text());
        while (web.find()) {
            int end = trimmed(stretch.text(), web.start(1), web.end());
            if (end > web.start(1)) {
                String plain = plain(stretch.text().substring(web.start(), end))
                        .replace("[:]", ":")
                        .replace("[://]", "://");
                String value = plain.regionMatches(true, 0, "hxxp", 0, 4) ? "http" + plain.substring(4) : plain;
                stretch.add(MentionKind.URL, web.start(), end, value, 0.95, Ground.FORM, name());
            }
        }
    }

    private void domains(Stretch stretch) {
        Matcher domain = DOMAIN.matcher(stretch.text());
        while (domain.find()) {
            String host = host(domain.group());
            String[] labels = plain(domain.group()).split("\\.", -1);
            String last = labels[labels.length - 1];
            boolean likeAFile = labels.length == 2 && FILES.contains(last);
            boolean small = last.equals(last.toLowerCase(Locale.ROOT)) && labels[labels.length - 2].length() > 1;
            if (!host.isEmpty() && !likeAFile && small) {
                stretch.add(MentionKind.DOMAIN, domain.start(), domain.end(), host, 0.8, Ground.FORM, name());
            }
        }
    }

    /** Punctuation at the end belongs to the sentence; a closing bracket too, unless one was opened inside. */
    private static int trimmed(String text, int start, int from) {
        int end = from;
        while (end > start) {
            char c = text.charAt(end - 1);
            boolean closing = (c == ')' && text.substring(start, end).indexOf('(') < 0)
                    || (c == ']' && text.charAt(end - 2) != '.');
            if (".,;:!?'’。，；".indexOf(c) < 0 && !closing) {
                break;
            }
            end--;
        }
        return end;
    }

    private static String plain(String text) {
        return text.replace("[.]", ".").replace("(.)", ".").replace("[dot]", ".");
    }

    /** The host in the letters of its script, small; empty where its suffix isn't one or it can't be a name. */
    static String host(String stated) {
        String plain = plain(stated);
        var info = new IDNA.Info();
        var name = new StringBuilder();
        IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_UNICODE | IDNA.CHECK_BIDI | IDNA.USE_STD3_RULES)
                .nameToUnicode(plain, name, info);
        String host = name.toString();
        String suffix = host.substring(host.lastIndexOf('.') + 1);
        boolean known = SUFFIXES.contains(suffix) || COUNTRIES.contains(suffix.toUpperCase(Locale.ROOT));
        return info.hasErrors() || host.length() > 253 || !known ? "" : host;
    }
}
