package org.plumbline.documents.mentions;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ships and aircraft by the numbers of public registers. A radio's number (MMSI) only where that word stands, and an
 * aircraft only where a word says that it is one: licence plates of cars look alike and are never looked for.
 */
final class Craft implements Finder {
    private static final Pattern IMO = Pattern.compile(
            "(?<![\\p{L}\\p{N}&&[^\\p{IsHan}]])(?i:IMO)[ \\t:.#№\\u00a0-]{0,4}+(?:(?i:no|number)[ .:]{1,3})?+([0-9]{7})(?![0-9])");
    private static final Pattern MMSI = Pattern.compile(
            "(?<![\\p{L}\\p{N}&&[^\\p{IsHan}]])(?i:MMSI)[ \\t:.#№\\u00a0-]{0,4}+(?:(?i:no|number)[ .:]{1,3})?+([2-7][0-9]{8})(?![0-9])");
    private static final Pattern MARK = Pattern.compile(
            "(?<![\\p{L}\\p{N}\\-&&[^\\p{IsHan}]])(?:(?:[A-Z][A-Z0-9]?|[0-9][A-Z])-[A-Z]{3,4}|[A-Z]{1,2}-[0-9]{4,5}|N[1-9][0-9]{0,4}[A-Z]{0,2})(?![\\p{L}\\p{N}-])");
    private static final Pattern AIRCRAFT = Pattern.compile(
            "(?<!\\p{L})(?:aircraft|aeroplane|airplane|tail number|(?:business )?jet|luftfahrzeug|flugzeug|aéronef|avion|aeronave|avión|самол[её]т\\p{L}{0,3}|"
                    + "воздушно\\p{L}{1,3} судн\\p{L}{1,3}|борт\\p{L}{0,3}|طائرة|飞机)(?!\\p{L})",
            Pattern.UNICODE_CASE);

    @Override
    public String name() {
        return "craft";
    }

    @Override
    public void find(Stretch stretch) {
        Matcher imo = IMO.matcher(stretch.text());
        while (imo.find()) {
            if (CheckDigits.imo(imo.group(1))) {
                stretch.add(
                        MentionKind.VESSEL,
                        imo.start(),
                        imo.end(),
                        "IMO " + imo.group(1),
                        0.98,
                        Ground.CHECK_DIGITS,
                        name());
            }
        }
        Matcher mmsi = MMSI.matcher(stretch.text());
        while (mmsi.find()) {
            stretch.add(
                    MentionKind.VESSEL,
                    mmsi.start(1),
                    mmsi.end(),
                    "MMSI " + mmsi.group(1),
                    0.8,
                    Ground.WORD_BESIDE,
                    name());
        }
        Matcher mark = MARK.matcher(stretch.text());
        while (mark.find()) {
            String before = stretch.before(mark.start()).toLowerCase(Locale.ROOT);
            if (AIRCRAFT.matcher(before).find()) {
                stretch.add(
                        MentionKind.AIRCRAFT, mark.start(), mark.end(), mark.group(), 0.75, Ground.WORD_BESIDE, name());
            }
        }
    }
}
