package org.plumbline.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.cases.CaseFile;
import org.plumbline.cases.CaseType;
import org.plumbline.cases.Cases;
import org.plumbline.cases.Caveat;
import org.plumbline.cases.Journal;
import org.plumbline.cases.JournalEntry;
import org.plumbline.cases.OpenCase;
import org.plumbline.cases.TaskList;
import org.plumbline.entities.Entities;
import org.plumbline.entities.NewEntity;
import org.plumbline.entities.NewSource;
import org.plumbline.entities.NewStatement;
import org.plumbline.entities.Sources;
import org.plumbline.identity.Member;
import org.plumbline.kernel.CaseId;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A dossier of public technology contracts, as five published sources report them; nobody in it is suspected. */
@Component
@Order(1)
class PublicContractsCase implements SampleCase {
    static final String TITLE = "Public technology contracts";

    private static final ZoneId OFFICE = ZoneId.of("Europe/Brussels");

    private final Cases cases;
    private final Journal journal;
    private final TaskList tasks;
    private final Sources sources;
    private final Entities entities;
    private final Clock clock;

    PublicContractsCase(Cases cases, Journal journal, TaskList tasks, Sources sources, Entities entities, Clock clock) {
        this.cases = cases;
        this.journal = journal;
        this.tasks = tasks;
        this.sources = sources;
        this.entities = entities;
        this.clock = clock;
    }

    /** The file of the sample: what five sources say of which entity. */
    record Dossier(List<From> sources, List<About> entities) {}

    record From(String key, String kind, String title, String publisher, String published, String checked) {}

    record About(String key, String schema, List<Says> says) {}

    /**
     * @param value as the source has it; {@code @key} points to another entity
     * @param reservation the source's own; absent when it makes none
     * @param asOf the time for which the source speaks; absent where {@code from} or {@code until} says more
     */
    record Says(
            String property,
            String value,
            String source,
            @Nullable String reservation,
            @Nullable String asOf,
            @Nullable String from,
            @Nullable String until) {}

    @Override
    public String title() {
        return TITLE;
    }

    @Override
    public CaseFile open(Map<String, Member> members) {
        LocalDate today = LocalDate.now(clock.withZone(OFFICE));
        return cases.open(new OpenCase(
                TITLE,
                CaseType.PROCUREMENT,
                Caveat.NONE,
                "Which public bodies bought which technology from whom, for how much, according to which source?",
                "Sample authority: Documentation Act, section 3",
                "SAMPLE-2026/014",
                "Sample purpose: documenting published contracts",
                today.minusDays(60),
                today.plusDays(300),
                Optional.of(Sample.of(members, "supervisor").id())));
    }

    @Override
    public void work(CaseFile file, Map<String, Member> members) {
        LocalDate today = LocalDate.now(clock.withZone(OFFICE));
        Member supervisor = Sample.of(members, "supervisor");
        CaseId id = file.id();
        store(id, read());
        JournalEntry opened = journal.write(
                id,
                "Dossier of published facts",
                "This case holds what five published sources say of public technology contracts. All parties are"
                        + " organisations and nobody in it is suspected. Amounts that no source gives stay unknown."
                        + " Separate figures of one source are separate contracts; one contract told by two sources"
                        + " keeps both tellings.",
                "",
                Optional.empty());
        journal.signOff(id, opened.id(), opened.stamp().version());
        tasks.add(id, "Look up the contract numbers in the public award register", file.lead(), today.plusDays(14));
        tasks.add(id, "Check the five sources again", supervisor.id(), today.plusDays(45));
    }

    private void store(CaseId id, Dossier dossier) {
        var keys = new HashMap<String, UUID>();
        for (From from : dossier.sources()) {
            var source = new NewSource(
                    from.kind(),
                    from.title(),
                    from.publisher(),
                    from.published(),
                    from.checked(),
                    "",
                    Optional.empty());
            keys.put(from.key(), sources.add(id, source).id());
        }
        entities.createAll(
                id,
                dossier.entities().stream().map(about -> entity(about, keys)).toList());
    }

    private static NewEntity entity(About about, Map<String, UUID> sources) {
        List<NewStatement> statements =
                about.says().stream().map(says -> statement(says, sources)).toList();
        return new NewEntity("@" + about.key(), about.schema(), Optional.empty(), statements);
    }

    private static NewStatement statement(Says says, Map<String, UUID> sources) {
        String asOf = text(says.asOf());
        UUID source = sources.get(says.source());
        if (source == null) {
            throw new IllegalStateException("The sample names no source " + says.source());
        }
        return new NewStatement(
                says.property(),
                says.value(),
                "",
                text(says.reservation()),
                source,
                NewStatement.At.WHOLE,
                NewStatement.Weight.FACT,
                asOf.isEmpty() ? text(says.from()) : asOf,
                asOf.isEmpty() ? text(says.until()) : asOf);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static Dossier read() {
        try (InputStream in = PublicContractsCase.class.getResourceAsStream("/sample/public-contracts.json")) {
            if (in == null) {
                throw new IllegalStateException("sample/public-contracts.json is not on the class path");
            }
            return JsonMapper.shared().readValue(in, Dossier.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
