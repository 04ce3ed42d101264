package org.plumbline.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.identity.Member;
import org.plumbline.kernel.Ids;
import org.plumbline.kernel.LabelId;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.Role;
import org.plumbline.kernel.Stamp;
import org.plumbline.testing.ApplicationTest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

/** Every event comes once, in order, the one that commits long after its identifier was made too. */
class EventDeliveryTest extends ApplicationTest {
    private static final String KIND = "event-delivery-test";
    private static final Duration OFTEN = Duration.ofMillis(200);

    @Autowired
    private EventTable table;

    @Autowired
    private Ids ids;

    private final List<UUID> heard = new CopyOnWriteArrayList<>();
    private Optional<Events> events = Optional.empty();

    @SuppressWarnings("NullAway.Init") // set before each test
    private Member mara;

    @BeforeEach
    void start() {
        mara = member(organisation(), "Mara Quill", Role.INVESTIGATOR);
        var started = new Events(table, only(new Hearing()), ids, Clock.systemUTC(), OFTEN);
        started.start();
        events = Optional.of(started);
    }

    @AfterEach
    void stop() {
        events.ifPresent(Events::stop);
    }

    @Test
    void anEventThatCommitsLateIsDeliveredAfterNewerOnes() {
        UUID late = Ids.least(Instant.now().minus(Duration.ofHours(1)));
        List<UUID> made = Stream.generate(ids::next).limit(450).toList();

        made.forEach(this::leave);
        await(made.size());
        leave(late);
        await(made.size() + 1);

        assertThat(heard.subList(0, made.size())).isEqualTo(made);
        assertThat(heard.getLast()).isEqualTo(late);
    }

    private void leave(UUID id) {
        var stamp = new Stamp(mara.organisation(), new LabelId(1), Optional.empty(), Instant.now(), mara.id(), 1);
        table.insert(new Event(id, KIND, new Ref("thing", id, mara.organisation()), stamp, Instant.now(), mara.id()));
    }

    private void await(int count) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (heard.size() < count && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        assertThat(heard).hasSize(count);
    }

    private static ObjectProvider<EventListener> only(EventListener listener) {
        return new ObjectProvider<>() {
            @Override
            public EventListener getObject() {
                return listener;
            }

            @Override
            public Stream<EventListener> orderedStream() {
                return Stream.of(listener);
            }
        };
    }

    private final class Hearing implements EventListener {
        @Override
        public String name() {
            return KIND;
        }

        @Override
        public Set<String> kinds() {
            return Set.of(KIND);
        }

        @Override
        public void on(Event event) {
            heard.add(event.id());
        }
    }
}
