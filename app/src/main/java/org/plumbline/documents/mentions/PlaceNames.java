package org.plumbline.documents.mentions;

import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Countries and the large cities that CLDR names for zones of time, in seven languages: a gazetteer that comes with
 * ICU.
 */
final class PlaceNames implements Finder {
    private static final List<String> LANGUAGES = List.of("en", "es", "fr", "de", "ru", "ar", "zh");

    /** Places whose names are first names, families or common words too often to be told apart. */
    private static final Set<String> UNSURE = Set.of(
            "jordan",
            "chad",
            "georgia",
            "jersey",
            "easter",
            "troll",
            "wake",
            "midway",
            "center",
            "regina",
            "phoenix",
            "male",
            "mali",
            "monroe",
            "casey",
            "davis",
            "palmer",
            "vincent",
            "vincennes",
            "knox",
            "marengo",
            "atikokan",
            "victoria",
            "paris hilton",
            "johnston",
            "creston",
            "nome",
            "boise",
            "apia",
            "resolute",
            "eden");

    private static final NameTrie<String> NAMES = names();

    @Override
    public String name() {
        return "place-names";
    }

    @Override
    public void find(Stretch stretch) {
        NAMES.find(stretch.text(), (start, end, name) -> {
            if (!Character.isLowerCase(stretch.text().codePointAt(start))) {
                stretch.add(MentionKind.PLACE, start, end, name, 0.6, Ground.FORM, name());
            }
        });
    }

    private static NameTrie<String> names() {
        var names = new NameTrie<String>();
        for (String language : LANGUAGES) {
            var locale = new ULocale(language);
            for (String country : Locale.getISOCountries()) {
                put(names, new ULocale("", country).getDisplayCountry(locale), country);
            }
            TimeZoneNames zones = TimeZoneNames.getInstance(locale);
            for (String zone : TimeZone.getAvailableIDs(TimeZone.SystemTimeZoneType.CANONICAL_LOCATION, null, null)) {
                String city = zone.startsWith("Antarctica") ? null : zones.getExemplarLocationName(zone);
                put(names, city == null ? "" : city, zone);
            }
        }
        return names;
    }

    private static void put(NameTrie<String> names, String name, String what) {
        int least = name.codePoints().anyMatch(c -> c > 0x590) ? 2 : 4;
        if (name.length() >= least && !UNSURE.contains(NameTrie.folded(name))) {
            names.put(name, what);
        }
    }
}
