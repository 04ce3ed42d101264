package org.plumbline.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Working days against counting day by day, over random weeks, days off, leap days and ends of years. */
class WorkingDaysTest {
    private static final Set<DayOfWeek> USUAL = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final int ROUNDS = 3000;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    void countingAgreesWithGoingDayByDay() {
        for (int i = 0; i < ROUNDS; i++) {
            WorkingDays working = any();
            LocalDate from = anyDay();
            LocalDate until = from.plusDays(random.nextInt(900));

            long one = from.plusDays(1)
                    .datesUntil(until.plusDays(1))
                    .filter(working::includes)
                    .count();

            assertThat(working.between(from, until))
                    .as("%s from %s to %s, seed %d", working, from, until, seed)
                    .isEqualTo(one);
            assertThat(working.between(until, from)).isEqualTo(-one);
        }
    }

    @Test
    void addingAndCountingUndoEachOther() {
        for (int i = 0; i < ROUNDS; i++) {
            WorkingDays working = any();
            LocalDate from = anyDay();
            int count = 1 + random.nextInt(300);

            LocalDate reached = working.plus(from, count);

            assertThat(working.between(from, reached))
                    .as("%s from %s, seed %d", working, from, seed)
                    .isEqualTo(count);
            assertThat(working.includes(reached)).isTrue();
            assertThat(working.plus(working.plus(from, count / 2), count - count / 2))
                    .isEqualTo(reached);
        }
    }

    @Test
    void countingGoesOnWhereItStopped() {
        for (int i = 0; i < ROUNDS; i++) {
            WorkingDays working = any();
            LocalDate first = anyDay();
            LocalDate second = first.plusDays(random.nextInt(700) - 350);
            LocalDate third = second.plusDays(random.nextInt(700) - 350);

            assertThat(working.between(first, second) + working.between(second, third))
                    .as("%s, %s, %s, seed %d", first, second, third, seed)
                    .isEqualTo(working.between(first, third));
        }
    }

    @Test
    void theNextOneIsTheFirstThatIsOne() {
        for (int i = 0; i < ROUNDS; i++) {
            WorkingDays working = any();
            LocalDate day = anyDay();

            LocalDate next = working.next(day);

            assertThat(day.plusDays(1).datesUntil(next).filter(working::includes))
                    .as("seed %d", seed)
                    .isEmpty();
            assertThat(working.includes(next)).isTrue();
        }
    }

    @Test
    void aLeapDayAndTheEndOfAYearAreDaysLikeOthers() {
        var working = new WorkingDays(USUAL, Set.of(LocalDate.of(2029, 1, 1)));

        assertThat(working.between(LocalDate.of(2028, 2, 28), LocalDate.of(2028, 3, 1)))
                .isEqualTo(2);
        assertThat(working.plus(LocalDate.of(2028, 2, 28), 1)).isEqualTo(LocalDate.of(2028, 2, 29));
        assertThat(working.plus(LocalDate.of(2028, 12, 29), 1)).isEqualTo(LocalDate.of(2029, 1, 2));
        assertThat(working.plus(LocalDate.of(2028, 12, 30), 0)).isEqualTo(LocalDate.of(2028, 12, 30));
    }

    @Test
    void aWeekWithoutWorkAndTakingAwayAreRefused() {
        assertThatThrownBy(() -> new WorkingDays(Set.of(), Set.of())).hasMessageContaining("at least one weekday");
        assertThatThrownBy(() -> new WorkingDays(USUAL, Set.of()).plus(LocalDate.of(2031, 5, 1), -1))
                .hasMessageContaining("not taken away");
    }

    private WorkingDays any() {
        Set<DayOfWeek> week = EnumSet.of(DayOfWeek.of(1 + random.nextInt(7)));
        for (DayOfWeek day : DayOfWeek.values()) {
            if (random.nextBoolean()) {
                week.add(day);
            }
        }
        var off = new HashSet<LocalDate>();
        LocalDate near = anyDay();
        for (int i = random.nextInt(60); i > 0; i--) {
            off.add(near.plusDays(random.nextInt(500) - 100));
        }
        return new WorkingDays(week, off);
    }

    /** Often by a leap day or the end of a year. */
    private LocalDate anyDay() {
        int year = 2026 + random.nextInt(9);
        return switch (random.nextInt(3)) {
            case 0 -> LocalDate.of(year, 12, 20).plusDays(random.nextInt(20));
            case 1 -> LocalDate.of(year, 2, 20).plusDays(random.nextInt(15));
            default -> LocalDate.of(year, 1, 1).plusDays(random.nextInt(366));
        };
    }
}
