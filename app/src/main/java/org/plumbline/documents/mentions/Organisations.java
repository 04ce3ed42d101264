package org.plumbline.documents.mentions;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Organisations by the legal form that stands behind or before their name. */
final class Organisations implements Finder {
    private static final int MOST_WORDS = 7;

    private static final Pattern FORM_BEHIND = Pattern.compile(
            "(?<![\\p{L}\\p{N}.&])(?:GmbH & Co\\. ?KG|GmbH|gGmbH|mbH|AG|KG|OHG|e\\.V\\.|SE|Ltd\\.?|Limited|LLP|LLC|L\\.L\\.C\\.|Inc\\.?|Incorporated|Corp\\.?|Corporation|PLC|plc|"
                    + "S\\.A\\.S\\.|S\\.A\\.R\\.L\\.|S\\.à r\\.l\\.|Sàrl|SARL|SAS|SASU|S\\.A\\.|SA|S\\.L\\.U?\\.?|SL|S\\.p\\.A\\.|SpA|S\\.r\\.l\\.|Srl|B\\.V\\.|BV|N\\.V\\.|NV|ASA|AS|A/S|ApS|AB|Oyj|Oy|"
                    + "Sp\\. z o\\.o\\.|s\\.r\\.o\\.|d\\.o\\.o\\.|Kft\\.?|Lda\\.?|FZE|FZCO|FZ-LLC|DMCC|W\\.L\\.L\\.|Pte\\.? Ltd\\.?|Pty\\.? Ltd\\.?|Co\\., Ltd\\.?)(?![\\p{L}\\p{N}&&[^\\p{IsHan}]])");
    private static final Pattern FORM_BEFORE = Pattern.compile(
            "(?<![\\p{L}\\p{N}&&[^\\p{IsHan}]])(?:ООО|ОАО|ЗАО|ПАО|НАО|АО|ТОО|ГУП|OOO|OAO|ZAO|PAO|TOO)[ \\u00a0]{1,2}[«\"„“]([^»\"“”\\n]{2,80})[»\"“”]");
    private static final Pattern HAN = Pattern.compile("[\\p{IsHan}（）]{2,24}?(?:股份有限公司|有限责任公司|有限公司|集团公司|集团)");
    private static final Pattern ARABIC = Pattern.compile(
            "(?<![\\p{L}])(?:شركة|مؤسسة|مجموعة)(?: [\\p{IsArabic}]{2,20}){1,3}?(?: (?:المحدودة|ذ\\.م\\.م|ش\\.م\\.م|القابضة))(?![\\p{L}])");

    /** Words that may stand small inside a name. */
    private static final Set<String> INSIDE = Set.of(
            "&", "and", "und", "et", "y", "e", "de", "del", "la", "le", "les", "des", "du", "of", "for", "für", "the");

    /** Words that begin a sentence or a list and no name. */
    private static final Set<String> BEFORE = Set.of(
            "The",
            "A",
            "An",
            "Our",
            "To",
            "By",
            "From",
            "With",
            "For",
            "Of",
            "In",
            "At",
            "On",
            "And",
            "Between",
            "Die",
            "Der",
            "Das",
            "Von",
            "Zwischen",
            "Für",
            "Mit",
            "La",
            "Le",
            "Les",
            "El",
            "Los",
            "Entre",
            "Client",
            "Supplier",
            "Invoice",
            "Buyer",
            "Seller",
            "Beneficiary",
            "Payer",
            "Firma",
            "Société",
            "Empresa",
            "Company",
            "When",
            "If",
            "While",
            "Both",
            "Neither",
            "Dear");

    @Override
    public String name() {
        return "organisations";
    }

    @Override
    public void find(Stretch stretch) {
        Matcher behind = FORM_BEHIND.matcher(stretch.text());
        while (behind.find()) {
            int start = nameBefore(stretch.text(), behind.start());
            if (start < behind.start()) {
                add(stretch, start, behind.end(), 0.85);
            }
        }
        for (Pattern whole : List.of(FORM_BEFORE, HAN, ARABIC)) {
            Matcher found = whole.matcher(stretch.text());
            while (found.find()) {
                add(stretch, chineseStart(stretch.text(), found), found.end(), 0.85);
            }
        }
    }

    private void add(Stretch stretch, int start, int end, double confidence) {
        String text = stretch.text().substring(start, end);
        stretch.add(MentionKind.ORGANISATION, start, end, text, confidence, Ground.WORD_BESIDE, name());
    }

    /** In Chinese no blank stands before a name; what leads to it is a verb or a preposition of one character. */
    private static int chineseStart(String text, Matcher found) {
        int start = found.start();
        for (int at = found.end() - 5; at > start; at--) {
            if ("与和向由给为在从是对被的".indexOf(text.charAt(at)) >= 0) {
                return at + 1;
            }
        }
        return "与和向由给为在从是对被的".indexOf(text.charAt(start)) >= 0 ? start + 1 : start;
    }

    /** Walks back over words that begin with a capital, and small ones between them. */
    private static int nameBefore(String text, int form) {
        int start = form;
        int at = form;
        for (int words = 0; words < MOST_WORDS; words++) {
            int end = at - 1;
            if (end < 1 || (text.charAt(end) != ' ' && !(words == 0 && text.charAt(end) == '\u00a0'))) {
                break;
            }
            if (text.charAt(end - 1) == ',') {
                if (words > 0) {
                    break;
                }
                end--;
            }
            int begin = end;
            while (begin > 0
                    && end - begin < 40
                    && !Character.isWhitespace(text.charAt(begin - 1))
                    && "(\"«“„,;:".indexOf(text.charAt(begin - 1)) < 0) {
                begin--;
            }
            String word = text.substring(begin, end);
            boolean capital = begin < end
                    && (Character.isUpperCase(word.codePointAt(0)) || Character.isDigit(word.codePointAt(0)));
            if ((!capital && !INSIDE.contains(word))
                    || (word.endsWith(".") && word.length() > 5)
                    || BEFORE.contains(word)
                    || (words > 0 && FORM_BEHIND.matcher(word).matches())) {
                break;
            }
            if (capital) {
                start = begin;
            }
            at = begin;
            if (begin > 0 && !Character.isWhitespace(text.charAt(begin - 1))) {
                break;
            }
        }
        return start;
    }
}
