package org.plumbline.identity.ways;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.kernel.Refused;
import org.plumbline.testing.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class ThrottleTest extends ApplicationTest {
    private static final String ADDRESS = "192.0.2.7";

    @Autowired
    private TryTable table;

    @Autowired
    private KeptKey key;

    @Autowired
    private JdbcClient db;

    private final Hands hands = new Hands();
    private Throttle throttle;

    @BeforeEach
    void begin() {
        db.sql("delete from identity.sign_in_try").update();
        throttle = new Throttle(table, key, hands);
    }

    @Test
    void afterFiveWrongTriesALoginWaitsAMinuteThenTwoAndNeverMoreThanFifteen() {
        IntStream.range(0, 5).forEach(i -> throttle.tryAt("mara"));

        assertThat(waits("mara")).isEqualTo(60);
        hands.forward(Duration.ofSeconds(59));
        assertThat(waits("mara")).isEqualTo(1);
        hands.forward(Duration.ofSeconds(1));
        throttle.tryAt("mara");
        assertThat(waits("mara")).isEqualTo(120);
        for (int i = 0; i < 5; i++) {
            hands.forward(Duration.ofMinutes(15));
            throttle.tryAt("mara");
        }
        assertThat(waits("mara")).isEqualTo(900);
    }

    @Test
    void anotherServerSeesTheSameTries() {
        IntStream.range(0, 5).forEach(i -> throttle.tryAt("mara"));

        throttle = new Throttle(table, key, hands);

        assertThat(waits("mara")).isEqualTo(60);
    }

    @Test
    void aRightTryForgetsTheWrongOnesOfItsLoginAlone() {
        IntStream.range(0, 4).forEach(i -> throttle.tryAt("mara"));
        throttle.wasRight("mara");
        IntStream.range(0, 5).forEach(i -> throttle.tryAt("mara"));
        throttle.tryAt("nuno");

        assertThat(waits("mara")).isEqualTo(60);
    }

    @Test
    void aDayLaterTheWrongTriesAreForgotten() {
        IntStream.range(0, 5).forEach(i -> throttle.tryAt("mara"));
        hands.forward(Duration.ofHours(25));

        IntStream.range(0, 5).forEach(i -> throttle.tryAt("mara"));

        assertThat(waits("mara")).isEqualTo(60);
    }

    @Test
    void wrongPasswordsFromAnAddressNeverHoldUpItsPasskeys() {
        IntStream.range(0, 30).forEach(i -> throttle.tryFrom(Throttle.Way.PASSWORD, ADDRESS));

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> throttle.tryFrom(Throttle.Way.PASSWORD, ADDRESS));
        throttle.tryFrom(Throttle.Way.PASSKEY, ADDRESS);
        throttle.tryFrom(Throttle.Way.PASSWORD, "192.0.2.8");
    }

    @Test
    void rightTriesOfAnAddressCountNothing() {
        IntStream.range(0, 100).forEach(i -> {
            throttle.tryFrom(Throttle.Way.LINK, ADDRESS);
            throttle.wasRight(Throttle.Way.LINK, ADDRESS);
        });

        throttle.tryFrom(Throttle.Way.LINK, ADDRESS);
    }

    @Test
    void oneCustomersAddressesOfVersionSixCountTogether() {
        IntStream.range(0, 30).forEach(i -> throttle.tryFrom(Throttle.Way.LINK, "2001:db8:1:2::" + i));

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> throttle.tryFrom(Throttle.Way.LINK, "2001:db8:1:2:3:4:5:6"));
        throttle.tryFrom(Throttle.Way.LINK, "2001:db8:1:3::1");
    }

    @Test
    void manyAtOnceGetNoMoreTriesThanOneAfterTheOther() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> guess = () -> {
                try {
                    throttle.tryAt("mara");
                    return true;
                } catch (Refused refused) {
                    return false;
                }
            };
            long looked = threads
                    .invokeAll(IntStream.range(0, 60).mapToObj(i -> guess).toList())
                    .stream()
                    .filter(done -> done.resultNow())
                    .count();

            assertThat(looked).isEqualTo(5);
        }
    }

    @Test
    void neitherLoginNorAddressLiesInTheRecords() {
        throttle.tryAt("mara.quill");
        throttle.tryFrom(Throttle.Way.LINK, ADDRESS);

        assertThat(db.sql("select encode(key, 'escape') from identity.sign_in_try")
                        .query(String.class)
                        .list())
                .hasSize(2)
                .noneMatch(kept -> kept.contains("mara") || kept.contains("192"));
    }

    private long waits(String login) {
        var refused = catchThrowableOfType(Refused.class, () -> throttle.tryAt(login));
        return Long.parseLong(refused.refusal().arguments().get("seconds"));
    }

    /** A clock whose hands are moved. */
    private static final class Hands extends Clock {
        private Instant now = Instant.parse("2031-05-04T09:00:00Z");

        void forward(Duration by) {
            now = now.plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
