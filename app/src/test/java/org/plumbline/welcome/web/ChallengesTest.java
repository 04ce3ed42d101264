package org.plumbline.welcome.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.plumbline.kernel.Refused;
import org.plumbline.welcome.web.Challenges.Purpose;
import org.springframework.mock.web.MockHttpServletRequest;

class ChallengesTest {
    private static final Instant NOW = Instant.parse("2031-05-04T09:00:00Z");

    private final MockHttpServletRequest request = new MockHttpServletRequest();

    @Test
    void aChallengeIsTakenOnce() {
        byte[] made = at(NOW).make(request, Purpose.SIGN_IN);

        assertThat(at(NOW).take(request, Purpose.SIGN_IN)).isEqualTo(made).hasSize(32);
        refuses(NOW, Purpose.SIGN_IN);
    }

    @Test
    void oneForOnePurposeAnswersNoOther() {
        at(NOW).make(request, Purpose.SIGN_IN);

        refuses(NOW, Purpose.ADD);
        refuses(NOW, Purpose.PROVE);
    }

    @Test
    void afterFiveMinutesItIsTooOld() {
        at(NOW).make(request, Purpose.ADD);

        refuses(NOW.plus(Duration.ofMinutes(5)), Purpose.ADD);
    }

    @Test
    void aSecondOneTakesThePlaceOfTheFirst() {
        byte[] first = at(NOW).make(request, Purpose.ADD);
        byte[] second = new Challenges(Clock.fixed(NOW, ZoneOffset.UTC), new Random(2)).make(request, Purpose.ADD);

        assertThat(at(NOW).take(request, Purpose.ADD)).isEqualTo(second).isNotEqualTo(first);
    }

    private void refuses(Instant now, Purpose purpose) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> at(now).take(request, purpose))
                .withMessage("challenge-gone");
    }

    private static Challenges at(Instant now) {
        return new Challenges(Clock.fixed(now, ZoneOffset.UTC), new Random(1));
    }
}
