package org.plumbline.reports;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.cases.CaseFile;
import org.plumbline.cases.CaseType;
import org.plumbline.cases.Cases;
import org.plumbline.cases.Caveat;
import org.plumbline.cases.OpenCase;
import org.plumbline.custody.Exhibit;
import org.plumbline.custody.Exhibits;
import org.plumbline.custody.Origin;
import org.plumbline.custody.Received;
import org.plumbline.entities.Entities;
import org.plumbline.entities.EntityRecord;
import org.plumbline.entities.NewEntity;
import org.plumbline.entities.NewSource;
import org.plumbline.entities.NewStatement;
import org.plumbline.entities.Sources;
import org.plumbline.entities.Statements;
import org.plumbline.kernel.CaseId;
import org.springframework.stereotype.Component;

/** The invented case of a quay: two exhibits, a register, a firm, and what is said of it. */
@Component
class QuayWorld {
    private final Cases cases;
    private final Exhibits exhibits;
    private final Sources sources;
    private final Entities entities;
    private final Statements statements;

    QuayWorld(Cases cases, Exhibits exhibits, Sources sources, Entities entities, Statements statements) {
        this.cases = cases;
        this.exhibits = exhibits;
        this.sources = sources;
        this.entities = entities;
        this.statements = statements;
    }

    /**
     * @param name that the firm is called so: a fact, page 2 of the first exhibit
     * @param founded one of two days that contradict each other
     * @param holding an assessment
     * @param hearsay a fact whose source nobody can look up
     */
    record Told(
            CaseFile file,
            List<Exhibit> exhibits,
            EntityRecord firm,
            UUID name,
            UUID founded,
            UUID holding,
            UUID hearsay) {
        CaseId id() {
            return file.id();
        }
    }

    CaseFile open(String title) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return cases.open(new OpenCase(
                title,
                CaseType.INQUIRY,
                Caveat.NO_ONWARD,
                "Who was paid for the quay?",
                "Inspection Act, section 12",
                "IO-2031/7",
                "Contract reconciliation",
                today.minusDays(2),
                today.plusDays(30),
                Optional.empty()));
    }

    /** Run as the person who opens the case. */
    Told tell() {
        CaseFile file = open("Quay");
        CaseId id = file.id();
        List<Exhibit> received = List.of(receive(id, "ledger.txt", "paid: 4 000"), receive(id, "letter.txt", "Dear"));
        UUID ledger = source(id, "exhibit", "The ledger", "", received.get(0));
        UUID register = source(id, "register", "Register of Firms", "Registry", null);
        UUID talk = source(id, "other", "Talk at the quay", "", null);
        EntityRecord firm = entities.create(
                id, new NewEntity("", "Company", Optional.empty(), List.of(at(ledger, "Quay Works Ltd"))));
        UUID name = entities.read(id, firm.id(), Optional.empty())
                .view()
                .orElseThrow()
                .values("name")
                .getFirst()
                .statements()
                .getFirst()
                .id();
        UUID founded = add(id, firm, NewStatement.fact("incorporationDate", "2018-03-01", ledger));
        add(id, firm, NewStatement.fact("incorporationDate", "2019-07-01", register));
        UUID holding = add(
                id,
                firm,
                new NewStatement(
                        "summary",
                        "Acts for somebody else",
                        "",
                        "",
                        register,
                        NewStatement.At.WHOLE,
                        new NewStatement.Weight("assessment", "B", "3"),
                        "2020-01-01",
                        "2021-12-31"));
        UUID hearsay = add(id, firm, NewStatement.fact("sector", "Dredging", talk));
        return new Told(file, received, firm, name, founded, holding, hearsay);
    }

    void retract(Told told, UUID statement) {
        statements.retract(told.id(), statement, "Read from the wrong page");
    }

    private UUID add(CaseId id, EntityRecord firm, NewStatement statement) {
        return statements.add(id, firm.id(), statement).id();
    }

    private static NewStatement at(UUID ledger, String name) {
        return new NewStatement(
                "name", name, "", "", ledger, new NewStatement.At("page", "2"), NewStatement.Weight.FACT, "", "");
    }

    private Exhibit receive(CaseId id, String name, String text) {
        return exhibits.receive(
                id, Received.of(name, Origin.UPLOAD), new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private UUID source(
            CaseId id, String kind, String title, String publisher, @org.jspecify.annotations.Nullable Exhibit about) {
        return sources.add(
                        id,
                        new NewSource(
                                kind,
                                title,
                                publisher,
                                "",
                                "",
                                "",
                                Optional.ofNullable(about).map(Exhibit::ref)))
                .id();
    }
}
