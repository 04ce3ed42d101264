package org.plumbline.custody.stock.web;

import java.util.List;
import java.util.Map;
import org.plumbline.custody.stock.StockTake;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.Stamp;
import org.plumbline.site.Form;
import org.plumbline.site.web.Option;

/**
 * Stock-takes, latest first, and the form that begins one.
 *
 * @param places that can be counted
 * @param next where the next page is; empty on the last
 */
public record StockTakesPage(
        List<StockTake> takes, List<Option> places, Form form, Map<MemberId, String> names, String next) {
    public StockTakesPage {
        takes = List.copyOf(takes);
        places = List.copyOf(places);
        names = Map.copyOf(names);
    }

    /** Who did something. */
    public String by(Stamp stamp) {
        return names.getOrDefault(stamp.recordedBy(), "");
    }
}
