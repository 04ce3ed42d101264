package org.plumbline.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plumbline.access.ServiceReading;
import org.plumbline.audit.BatchListener;
import org.plumbline.audit.Event;
import org.plumbline.kernel.Ref;
import org.plumbline.search.index.Indexed;
import org.plumbline.search.index.SearchIndex;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Keeps the index in step with the records: after each event the record is read again, as it is now, and put in place
 * of what was there. So an event that comes twice changes nothing, and the order of events doesn't matter. Events count
 * as delivered only after the index has committed them.
 */
@Component
class IndexFeed implements BatchListener {
    /** The service actor that reads, and the name under which deliveries are remembered. */
    static final String NAME = "search-index";

    private static final Logger LOG = LoggerFactory.getLogger(IndexFeed.class);

    private final IndexKeeper keeper;
    private final Searchables searchables;
    private final ServiceReading reading;
    private final IndexNews news;

    IndexFeed(IndexKeeper keeper, Searchables searchables, ServiceReading reading, IndexNews news) {
        this.keeper = keeper;
        this.searchables = searchables;
        this.reading = reading;
        this.news = news;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> kinds() {
        return searchables.events();
    }

    @Override
    public Collection<Event> take(List<Event> events) {
        var done = new ArrayList<Event>();
        boolean kept = keeper.change(index -> {
            if (took(index, events)) {
                done.addAll(events);
            } else {
                // One record can't be read; it must not keep the others out.
                events.stream().filter(e -> took(index, List.of(e))).forEach(done::add);
            }
        });
        if (kept) {
            done.forEach(event -> event.stamp().caseId().ifPresent(news::of));
        }
        return kept ? done : List.of();
    }

    private boolean took(SearchIndex index, List<Event> events) {
        try {
            return reading.as(NAME, () -> {
                events.stream().map(Event::ref).distinct().forEach(ref -> put(index, ref));
                return true;
            });
        } catch (java.io.UncheckedIOException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn(
                    "{} events could not be taken into the search index; the first is {}",
                    events.size(),
                    events.getFirst().id(),
                    e);
            return false;
        }
    }

    private void put(SearchIndex index, Ref ref) {
        Optional<Indexed> now = searchables.reading(ref.kind()).flatMap(s -> s.read(ref.kind(), ref.id()));
        now.ifPresentOrElse(index::put, () -> index.delete(ref.id()));
    }
}
