package org.plumbline.search.web;

import java.util.List;
import org.plumbline.search.saved.Alert;
import org.plumbline.search.saved.Alerts;
import org.plumbline.site.Form;

/**
 * One alert.
 *
 * @param all what the list says of it
 * @param search address of its search
 * @param news when it found how many, that its receiver has not seen
 * @param results those, as results of the search
 * @param form of who decides
 */
public record AlertPage(
        AlertsPage all,
        Alerts.Line line,
        String search,
        List<Alert.News> news,
        List<SearchPage.Line> results,
        Form form) {
    public AlertPage {
        news = List.copyOf(news);
        results = List.copyOf(results);
    }

    public String href() {
        return all.href(line);
    }

    public int count() {
        return news.stream().mapToInt(Alert.News::count).sum();
    }

    /** Whether the reader decides on it: somebody else's, while it waits. */
    public boolean mayDecide() {
        return line.state() == Alert.State.WAITING
                && !line.mine()
                && all.header().mayDecide();
    }
}
