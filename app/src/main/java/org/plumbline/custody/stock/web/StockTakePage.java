package org.plumbline.custody.stock.web;

import java.util.Map;
import java.util.Optional;
import org.plumbline.custody.stock.Difference;
import org.plumbline.custody.stock.Found;
import org.plumbline.custody.stock.Scan;
import org.plumbline.custody.stock.StockFile;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.Stamp;
import org.plumbline.site.Form;
import org.plumbline.site.Texts;
import org.plumbline.site.web.Mark;

/**
 * One stock-take: the field that takes one tag after the other while it goes on, and what differs once it has ended.
 *
 * @param form of the scan or of the end, whichever was refused
 * @param names of everybody who began, ended or scanned
 */
public record StockTakePage(StockFile file, Form form, Map<MemberId, String> names) {
    public StockTakePage {
        names = Map.copyOf(names);
    }

    public String href() {
        return "/stock-takes/" + file.take().id();
    }

    public boolean goesOn() {
        return file.take().ended().isEmpty();
    }

    /** Who did something. */
    public String by(Stamp stamp) {
        return names.getOrDefault(stamp.recordedBy(), "");
    }

    /** What was scanned last. */
    public Optional<Scan> last() {
        return file.scans().stream().findFirst();
    }

    /** A scan in a mark and a word. */
    public static Mark mark(Scan scan, Texts texts) {
        if (scan.otherSeal()) {
            return Mark.bad(texts.say("stock.found.seal"));
        }
        String word = texts.say("stock.found." + scan.found().code());
        return scan.found() == Found.HERE ? Mark.ok(word) : Mark.warn(word);
    }

    /** What the records say of something that differs. */
    public String recorded(Difference difference, Texts texts) {
        String where = difference
                .found()
                .map(found -> texts.say("stock.found." + found.code()))
                .orElse("");
        String path = file.path(difference.place());
        if (where.isEmpty() || path.isEmpty()) {
            return where + path;
        }
        return texts.say("stock.recorded", "found", where, "place", path);
    }
}
