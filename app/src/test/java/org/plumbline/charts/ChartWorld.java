package org.plumbline.charts;

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
import org.plumbline.cases.Subject;
import org.plumbline.entities.Entities;
import org.plumbline.entities.EntityRecord;
import org.plumbline.entities.NewEntity;
import org.plumbline.entities.NewSource;
import org.plumbline.entities.NewStatement;
import org.plumbline.entities.Sources;
import org.plumbline.kernel.CaseId;

/** Harbour: a port, a crane company that two others own, a dredger, and a witness who directs the crane company. */
record ChartWorld(CaseFile file, UUID source, List<EntityRecord> made) {
    static ChartWorld make(Cases cases, Sources sources, Entities entities) {
        CaseFile file = cases.open(new OpenCase(
                "Harbour",
                CaseType.INQUIRY,
                Caveat.NONE,
                "Who was paid for the quay?",
                "Inspection Act, section 12",
                "IO-2031/7",
                "Contract reconciliation",
                today().minusDays(2),
                today().plusDays(30),
                Optional.empty()));
        UUID source = sources.add(
                        file.id(),
                        new NewSource(
                                "register",
                                "Register of companies of Lower Selby",
                                "",
                                "2030",
                                "",
                                "",
                                Optional.empty()))
                .id();
        var role = new NewEntity.InCase(Subject.Role.WITNESS, "Signed the accounts", today().plusDays(90));
        List<EntityRecord> made = entities.createAll(
                file.id(),
                List.of(
                        named("crane", "Company", "Tern & Lark Cranes Ltd", source),
                        named("holding", "Company", "Quay Nine Holding", source),
                        named("heron", "Company", "Heron Barges", source),
                        new NewEntity(
                                "orla",
                                "Person",
                                Optional.of(role),
                                List.of(NewStatement.fact("name", "Orla Venn", source))),
                        link("o1", "Ownership", "owner", "holding", "asset", "crane", "2019-05-01", source),
                        link("o2", "Ownership", "owner", "heron", "asset", "crane", "2029", source),
                        link("d1", "Directorship", "director", "orla", "organization", "crane", "", source)));
        return new ChartWorld(file, source, made);
    }

    CaseId id() {
        return file.id();
    }

    UUID crane() {
        return made.get(0).id();
    }

    UUID holding() {
        return made.get(1).id();
    }

    UUID heron() {
        return made.get(2).id();
    }

    UUID orla() {
        return made.get(3).id();
    }

    /** The ownership of the crane company by the holding. */
    UUID owned() {
        return made.get(4).id();
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    private static NewEntity named(String key, String schema, String name, UUID source) {
        return new NewEntity(key, schema, Optional.empty(), List.of(NewStatement.fact("name", name, source)));
    }

    private static NewEntity link(
            String key,
            String schema,
            String fromRole,
            String from,
            String toRole,
            String to,
            String since,
            UUID source) {
        var statements = new java.util.ArrayList<>(
                List.of(NewStatement.fact(fromRole, from, source), NewStatement.fact(toRole, to, source)));
        if (!since.isEmpty()) {
            statements.add(NewStatement.fact("startDate", since, source));
        }
        return new NewEntity(key, schema, Optional.empty(), statements);
    }
}
