package org.plumbline.documents.mentions;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * People by what stands beside a name: a form of address, the head of a mail, initials or a patronymic. A name alone is
 * not looked for, and nothing is concluded from one.
 */
final class People implements Finder {
    private static final String NAME = "\\p{Lu}[\\p{L}\\p{M}'’-]{1,30}+";
    private static final String PART = "(?:" + NAME
            + "|\\p{Lu}\\.|(?:van|von|der|den|de|del|la|al|el|bin|ben|da|di|ibn) (?:(?:der|den|la|los) )?" + NAME + ")";

    private static final Pattern ADDRESSED = Pattern.compile(
            "(?<![\\p{L}\\p{N}&&[^\\p{IsHan}]])(?:Mr|Mrs|Ms|Mx|Dr|Prof|Sir|Dame|Judge|Captain|Capt|Herrn?|Frau|Madame|Monsieur|Mme|Mlle|Maître|Me|[Ss]eñora?|Sra?|Don|Doña|Director|Notar|Notary)\\.? "
                    + "(?:(?:Dr|Prof)\\.? )?(" + PART + "(?: " + PART + "){0,3})");
    private static final Pattern FRENCH_M =
            Pattern.compile("(?<![\\p{L}\\p{N}&&[^\\p{IsHan}]])M\\. (" + NAME + "(?: " + PART + "){0,3})");
    private static final Pattern HEAD = Pattern.compile(
            "(?m)^(?:From|To|Cc|Von|An|De|Para|À|От|Кому|Копия|من|إلى|发件人|收件人)[:：] ?\"?([^\"<>@\\n,;]{3,60}?)\"? ?<[^<>\\n]{1,200}@");
    private static final Pattern RUSSIAN = Pattern.compile(
            "(?<![\\p{L}\\p{N}&&[^\\p{IsHan}]])(?:\\p{IsCyrillic}\\. ?\\p{IsCyrillic}\\. ?[А-ЯЁ][а-яё-]{2,30}|[А-ЯЁ][а-яё-]{2,30} [А-ЯЁ]\\. ?[А-ЯЁ]\\.|(?!Директор|Генеральн|Господин|Гражданин|Начальник|Президент|Председатель|Бухгалтер)(?:[А-ЯЁ][а-яё-]{2,30} ){1,2}[А-ЯЁ][а-яё]{2,20}(?:ович|евич|ича|ичу|ичем|овна|евна|овны|евны|овне|евне)(?: [А-ЯЁ][а-яё-]{2,30})?)(?![\\p{L}\\p{N}])");
    private static final Pattern RUSSIAN_ADDRESSED = Pattern.compile(
            "(?<![\\p{L}])(?:[Гг]-н|[Гг]-жа|[Гг]осподин(?:а|у|ом)?|[Гг]оспож(?:а|е|у|ой)) ([А-ЯЁ][а-яё-]{1,30}(?: [А-ЯЁ][а-яё-]{1,30}){0,2})");
    private static final Pattern ARABIC = Pattern.compile(
            "(?<![\\p{L}])(?:السيد|السيدة|الدكتور|الدكتورة|الأستاذ|المهندس) ([\\p{IsArabic}]{2,20} [\\p{IsArabic}]{2,20})");
    private static final Pattern CHINESE =
            Pattern.compile("(?<=^|[^\\p{IsHan}]|[与和向由给为在从是对被的致了])([\\p{IsHan}]{2,3})(?:先生|女士|经理|董事长|律师)");
    private static final Pattern SIGNED = Pattern.compile(
            "(?<!\\p{L})(?:[Ss]igned by|[Rr]epresented by|[Vv]ertreten durch|[Rr]eprésentée? par|[Rr]epresentada? por|[Ff]irmado por|[Gg]ezeichnet|[Ss]igné par|[Aa]ttention(?: of)?:?|[Yy]ours sincerely,|[Kk]ind regards,|[Dd]irected by|[Dd]ear|[Bb]est,|[Mm]it freundlichen Grüßen,?|[Cc]ordialement,|[Aa]tentamente,)\\s{1,2}("
                    + NAME + "(?: " + PART + "){1,3})");

    @Override
    public String name() {
        return "people";
    }

    @Override
    public void find(Stretch stretch) {
        for (Pattern pattern : List.of(ADDRESSED, FRENCH_M, HEAD, SIGNED, RUSSIAN_ADDRESSED, ARABIC, CHINESE)) {
            each(stretch, pattern, 1, 0.75);
        }
        each(stretch, RUSSIAN, 0, 0.7);
    }

    private void each(Stretch stretch, Pattern pattern, int group, double confidence) {
        Matcher found = pattern.matcher(stretch.text());
        while (found.find()) {
            String text = found.group(group);
            if (!text.isBlank()) {
                stretch.add(
                        MentionKind.PERSON,
                        found.start(group),
                        found.end(group),
                        text,
                        confidence,
                        Ground.WORD_BESIDE,
                        name());
            }
        }
    }
}
