package org.plumbline.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.plumbline.documents.Harbour.files;
import static org.plumbline.documents.Letters.mail;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.access.Compartments;
import org.plumbline.cases.Cases;
import org.plumbline.documents.extract.MailHeaders;
import org.plumbline.identity.Member;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Refused;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.plumbline.testing.TestPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

class MailsTest extends ApplicationTest {
    private static final String INES = "Ines Abernal <ines@harbour.example>";
    private static final String MARA = "Mara Quill <mara@harbour.example>";
    private static final String NUNO = "Nuno Salt <nuno@quay.example>";

    @Autowired
    private Cases cases;

    @Autowired
    private Ingestions ingestions;

    @Autowired
    private Mails mails;

    @Autowired
    private Compartments compartments;

    @Autowired
    private DerivedFilling filling;

    @Value("${plumbline.database.url}")
    private String url;

    private Member mara;
    private CaseId harbour;

    @BeforeEach
    void people() {
        mara = member(organisation(), "Mara Quill", Role.INVESTIGATOR, Role.SUPERVISOR);
        harbour = asMara(() -> cases.open(Harbour.opening()).id());
    }

    @Test
    void answersStandBelowWhatTheyAnswerAlsoWhereOneBetweenIsMissing() {
        ingest(files(
                "3.eml",
                mail("c@harbour.example", INES, MARA, "Re: Berth seven", "Sun, 04 May 2031 09:00:00 +0200")
                        .with("References", "<a@harbour.example> <b@harbour.example>"),
                "4.eml",
                mail("d@harbour.example", MARA, INES, "AW: Berth seven", "Mon, 05 May 2031 09:00:00 +0200")
                        .with("In-Reply-To", "<B@HARBOUR.example>"),
                "5.eml",
                mail("e@harbour.example", MARA, INES, "Re: AW: Berth seven", "Tue, 06 May 2031 09:00:00 +0200")
                        .with("In-Reply-To", "<c@harbour.example>"),
                "1.eml",
                mail("a@harbour.example", MARA, INES, "Berth seven", "Fri, 02 May 2031 09:00:00 +0200"),
                "other.eml",
                mail("x@harbour.example", MARA, NUNO, "Cranes", "Fri, 02 May 2031 09:00:00 +0200")));

        List<MailThread> threads = threads(MailFilter.NONE);

        // b was never received and its name was written otherwise: B is another identifier, so d stands alone.
        assertThat(threads).extracting(MailThread::subject).containsExactly("Berth seven", "AW: Berth seven", "Cranes");
        MailThread berth = threads.getFirst();
        assertThat(berth.messages()).isEqualTo(3);
        assertThat(berth.people()).extracting(MailParty::address).contains("ines@harbour.example");
        var reading = read(berth.mail());
        assertThat(reading.messages())
                .extracting(m -> m.document().item().path() + " " + m.depth())
                .containsExactly("1.eml 0", "3.eml 1", "5.eml 2");
    }

    @Test
    void aMissingMailJoinsThoseThatNameIt() {
        ingest(files(
                "1.eml",
                mail("b@harbour.example", INES, MARA, "Re: Quay", "Sun, 04 May 2031 09:00:00 +0200")
                        .with("In-Reply-To", "<gone@harbour.example>"),
                "2.eml",
                mail("c@harbour.example", NUNO, MARA, "Something else", "Mon, 05 May 2031 09:00:00 +0200")
                        .with("References", "<gone@harbour.example>")));

        assertThat(threads(MailFilter.NONE)).singleElement().satisfies(t -> {
            assertThat(t.messages()).isEqualTo(2);
            assertThat(t.subject()).isEqualTo("Re: Quay");
        });
    }

    @Test
    void theSubjectJoinsOnlyAReplyWithoutReferencesWithinThirtyDaysAmongTheSamePeople() {
        ingest(files(
                "1.eml",
                mail("a@h.example", MARA, INES, "[quay] Invoice", "Thu, 01 May 2031 09:00:00 +0000"),
                "2.eml",
                mail("b@h.example", INES, MARA, "AW: Re[2]: invoice", "Sat, 31 May 2031 09:00:00 +0000"),
                "late.eml",
                mail("c@h.example", INES, MARA, "Re: Invoice", "Fri, 01 Aug 2031 09:00:00 +0000"),
                "again.eml",
                mail("d@h.example", MARA, INES, "Invoice", "Fri, 02 May 2031 09:00:00 +0000"),
                "others.eml",
                mail("e@h.example", NUNO, "petra@h.example", "Re: Invoice", "Sat, 03 May 2031 09:00:00 +0000"),
                "named.eml",
                mail("f@h.example", INES, MARA, "Re: Invoice", "Sat, 03 May 2031 10:00:00 +0000")
                        .with("In-Reply-To", "<z@h.example>")));

        assertThat(partition())
                .containsExactlyInAnyOrder(
                        Set.of("1.eml", "2.eml", "again.eml"),
                        Set.of("late.eml"),
                        Set.of("others.eml"),
                        Set.of("named.eml"));
    }

    @Test
    void theSameMessageInTwoMailboxesIsOneAndEachPlaceIsNamed() {
        Letters one = mail("a@h.example", MARA, INES, "Berth", "Thu, 01 May 2031 09:00:00 +0000");
        Letters bare = mail("", MARA, INES, "Crane", "Thu, 01 May 2031 09:00:00 +0000");
        String first = one.text();
        String alone = bare.text();
        ingest(files("mara/1.eml", first, "mara/2.eml", alone));
        ingest(files(
                "ines/1.eml",
                one.received("ines.example"),
                "nuno/1.eml",
                first,
                "ines/2.eml",
                bare.received("ines.example"),
                "other.eml",
                mail("", MARA, INES, "Crane", "Thu, 01 May 2031 09:00:00 +0000").saying("Other words.")));

        List<MailThread> threads = threads(MailFilter.NONE);

        assertThat(threads).extracting(MailThread::messages).containsExactly(1, 1, 1);
        ThreadMessage berth = read(find(threads, "Berth").mail()).messages().getFirst();
        assertThat(berth.document().item().path()).isEqualTo("mara/1.eml");
        assertThat(berth.copies()).extracting(Item::path).containsExactly("ines/1.eml", "nuno/1.eml");
        assertThat(partition()).contains(Set.of("mara/2.eml"), Set.of("other.eml"));
        UUID document = berth.document().id();
        var standing = asMara(() -> mails.standing(harbour, document)).orElseThrow();
        assertThat(standing.messages()).isEqualTo(1);
        assertThat(standing.copies()).extracting(Item::path).containsExactly("ines/1.eml", "nuno/1.eml");
    }

    @Test
    void whatACompartmentHoldsNeitherJoinsNorCountsNorOrdersOutsideIt() {
        UUID compartment = asMara(
                () -> compartments.make(harbour, "Source", "A source is in it").id());
        ingest(files(
                "1.eml", mail("a@h.example", MARA, INES, "Berth", "Thu, 01 May 2031 09:00:00 +0000"),
                "2.eml", mail("b@h.example", MARA, NUNO, "Crane", "Fri, 02 May 2031 09:00:00 +0000")));
        List<MailThread> before = threads(MailFilter.NONE);

        Supplier<Object> inside = () -> Harbour.ingest(
                ingestions,
                harbour,
                files(
                        "3.eml",
                        mail("c@h.example", "petra@h.example", MARA, "Re: Berth", "Thu, 01 Jan 2032 09:00:00 +0000")
                                .with("References", "<a@h.example> <b@h.example>"),
                        "4.eml",
                        mail("a@h.example", MARA, INES, "Berth", "Thu, 01 May 2031 09:00:00 +0000")
                                .received("source.example")));
        inCompartment(compartment, inside);

        assertThat(threads(MailFilter.NONE)).isEqualTo(before);
        assertThat(threads(new MailFilter("petra@h.example", ""))).isEmpty();
        UUID first = find(before, "Berth").mail();
        assertThat(read(first).messages())
                .singleElement()
                .satisfies(m -> assertThat(m.copies()).isEmpty());
        assertThat(asMara(() -> mails.standing(harbour, first)).orElseThrow().messages())
                .isEqualTo(1);
        List<MailThread> seen =
                inCompartment(compartment, () -> mails.list(harbour, MailFilter.NONE, Optional.empty(), 10));
        assertThat(seen).singleElement().satisfies(t -> {
            assertThat(t.messages()).isEqualTo(3);
            assertThat(t.mail()).isEqualTo(first);
        });
        assertThat(inCompartment(
                        compartment,
                        () -> mails.list(harbour, new MailFilter("petra@h.example", ""), Optional.empty(), 10)))
                .hasSize(1);
        UUID hidden = inCompartment(
                compartment,
                () -> mails.read(harbour, first, Optional.empty(), 10)
                        .messages()
                        .getLast()
                        .document()
                        .id());
        assertThatThrownBy(() -> read(hidden))
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.refusal().code()).isEqualTo("absent"));
    }

    @ParameterizedTest
    @ValueSource(longs = {20310502, 20310503, 20310504})
    void theOrderOfArrivalChangesNoThread(long seed) {
        List<Letters> letters = Tangle.of(new Random(seed));
        Set<Set<String>> expected = Tangle.threads(letters);
        var numbers = new ArrayList<Integer>();
        for (int i = 0; i < letters.size(); i++) {
            numbers.add(i);
        }
        Collections.shuffle(numbers, new Random(seed ^ 7));

        ingest(files(numbers.stream()
                .flatMap(i -> java.util.stream.Stream.of("m" + i + ".eml", letters.get(i)))
                .toArray()));

        assertThat(partition()).as("seed " + seed).isEqualTo(expected);
    }

    @Test
    void pagesOfThreadsFollowEachOtherAndFiltersNarrowThem() {
        ingest(files(
                "1.eml", mail("a@h.example", MARA, INES, "Berth one", "Thu, 01 May 2031 09:00:00 +0000"),
                "2.eml", mail("b@h.example", MARA, NUNO, "Berth two", "Fri, 02 May 2031 09:00:00 +0000"),
                "3.eml", mail("c@h.example", INES, NUNO, "Crane", "no day at all")));

        List<MailThread> first = asMara(() -> mails.list(harbour, MailFilter.NONE, Optional.empty(), 2));
        List<MailThread> rest = asMara(() ->
                mails.list(harbour, MailFilter.NONE, Optional.of(first.getLast().cursor()), 2));

        assertThat(first).extracting(MailThread::subject).containsExactly("Berth two", "Berth one");
        assertThat(rest).extracting(MailThread::subject).containsExactly("Crane");
        assertThat(rest.getFirst().to()).isEmpty();
        assertThat(threads(new MailFilter("NUNO@quay.example", "")))
                .extracting(MailThread::subject)
                .containsExactly("Berth two", "Crane");
        assertThat(threads(new MailFilter("nuno@quay.example", "re: BERTH")))
                .extracting(MailThread::subject)
                .containsExactly("Berth two");
    }

    @Test
    void mailsReadByAnEarlierVersionGetTheirThreadsAtTheStart() throws SQLException {
        ingest(files(
                "1.eml",
                mail("a@h.example", MARA, INES, "Berth", "Thu, 01 May 2031 09:00:00 +0000"),
                "2.eml",
                mail("b@h.example", INES, MARA, "Re: Berth", "Fri, 02 May 2031 09:00:00 +0000")
                        .with("In-Reply-To", "<a@h.example>")));
        Set<Set<String>> before = partition();
        try (Connection records = TestPostgres.server().asSuperuser(url.replaceAll(".*/", ""));
                var statement = records.createStatement()) {
            for (String table : List.of("mail_party", "mail_link", "mail", "mail_thread")) {
                statement.execute("delete from documents." + table + " where case_id = '" + harbour.value() + "'");
            }
        }
        assertThat(threads(MailFilter.NONE)).isEmpty();

        List<UUID> filled = filling.fill(Optional.empty());

        assertThat(filled).hasSizeGreaterThanOrEqualTo(2);
        assertThat(partition()).isEqualTo(before);
        assertThat(filling.fill(Optional.empty())).isEmpty();
    }

    private static MailThread find(List<MailThread> threads, String subject) {
        return threads.stream()
                .filter(t -> t.subject().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    /** The files of each thread. */
    private Set<Set<String>> partition() {
        return threads(MailFilter.NONE).stream()
                .map(t -> read(t.mail()).messages().stream()
                        .map(m -> m.document().item().path())
                        .collect(Collectors.toCollection(TreeSet::new)))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private List<MailThread> threads(MailFilter filter) {
        return asMara(() -> mails.list(harbour, filter, Optional.empty(), 100));
    }

    private Mails.Reading read(UUID mail) {
        return asMara(() -> mails.read(harbour, mail, Optional.empty(), 40));
    }

    private Ingestions.Summary ingest(Map<String, byte[]> files) {
        return asMara(() -> Harbour.ingest(ingestions, harbour, files));
    }

    private <T> T asMara(Supplier<T> work) {
        return Acting.as(acting(mara), work);
    }

    private <T> T inCompartment(UUID compartment, Supplier<T> work) {
        Acting at = acting(mara);
        var purpose = new Acting.Purpose(harbour, "Contract reconciliation", Optional.of(compartment));
        return Acting.as(
                new Acting(
                        at.member(),
                        at.name(),
                        at.organisation(),
                        at.roles(),
                        at.session(),
                        at.channel(),
                        Optional.of(purpose)),
                work);
    }

    /** Conversations made of a seed, and their threads by the rule itself: every pair is compared. */
    private static final class Tangle {
        private static final int MAILS = 26;
        private static final List<String> PEOPLE = List.of(MARA, INES, NUNO, "petra@h.example");

        private Tangle() {}

        static List<Letters> of(Random random) {
            var letters = new ArrayList<Letters>();
            for (int i = 0; i < MAILS; i++) {
                int day = 1 + random.nextInt(28);
                int month = random.nextInt(5);
                String date = "%d %s 2031 09:%02d:00 +0000"
                        .formatted(
                                day, List.of("Jan", "Feb", "Mar", "Apr", "May").get(month), i);
                String subject = (random.nextBoolean() ? "Re: " : "")
                        + List.of("Berth", "Crane").get(random.nextInt(2));
                Letters letter = mail(
                                "m" + i + "@h.example",
                                PEOPLE.get(random.nextInt(4)),
                                PEOPLE.get(random.nextInt(4)),
                                subject,
                                date)
                        .saying("Words of mail " + i);
                if (random.nextInt(3) == 0) {
                    // Every other name is of a mail that was never received.
                    letter.with("References", "<m" + random.nextInt(2 * MAILS) + "@h.example>");
                }
                letters.add(letter);
            }
            return letters;
        }

        static Set<Set<String>> threads(List<Letters> letters) {
            List<MailFacts> facts = letters.stream().map(Tangle::facts).toList();
            int[] group = new int[MAILS];
            for (int i = 0; i < MAILS; i++) {
                group[i] = i;
            }
            for (int i = 0; i < MAILS; i++) {
                for (int j = 0; j < MAILS; j++) {
                    if (joined(facts.get(i), facts.get(j))) {
                        int from = group[j];
                        int into = group[i];
                        for (int k = 0; k < MAILS; k++) {
                            group[k] = group[k] == from ? into : group[k];
                        }
                    }
                }
            }
            var threads = new TreeMap<Integer, Set<String>>();
            for (int i = 0; i < MAILS; i++) {
                threads.computeIfAbsent(group[i], k -> new TreeSet<>()).add("m" + i + ".eml");
            }
            return new HashSet<>(threads.values());
        }

        private static boolean joined(MailFacts one, MailFacts other) {
            if (!Collections.disjoint(one.tokens(), other.tokens())) {
                return true;
            }
            if (!one.bySubject() || !other.bySubject() || !one.bucket().equals(other.bucket())) {
                return false;
            }
            var later = one.sent().orElseThrow().isAfter(other.sent().orElseThrow()) ? one : other;
            long apart = Math.abs(one.sent().orElseThrow().getEpochSecond()
                    - other.sent().orElseThrow().getEpochSecond());
            return later.subject().reply()
                    && apart <= 30L * 86_400
                    && !Collections.disjoint(addresses(one), addresses(other));
        }

        private static Set<String> addresses(MailFacts mail) {
            return mail.parties().stream().map(MailParty::address).collect(Collectors.toSet());
        }

        private static MailFacts facts(Letters letter) {
            Map<String, String> headers = letter.text()
                    .lines()
                    .takeWhile(l -> !l.isEmpty())
                    .collect(Collectors.toMap(l -> l.split(": ", 2)[0], l -> l.split(": ", 2)[1]));
            String references = headers.getOrDefault("References", "");
            return MailFacts.of(
                    new MailHeaders(
                            List.of(headers.getOrDefault("From", "")),
                            List.of(headers.getOrDefault("To", "")),
                            List.of(),
                            List.of(),
                            headers.getOrDefault("Subject", ""),
                            java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                                    java.time.OffsetDateTime.parse(
                                            headers.getOrDefault("Date", ""),
                                            java.time.format.DateTimeFormatter.ofPattern(
                                                    "d MMM yyyy HH:mm:ss Z", java.util.Locale.ROOT))),
                            headers.getOrDefault("Message-ID", ""),
                            "",
                            references.isEmpty() ? List.of() : List.of(references)),
                    letter.text());
        }
    }
}
