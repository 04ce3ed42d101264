package org.plumbline.entities;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.plumbline.cases.CaseType;
import org.plumbline.cases.Cases;
import org.plumbline.cases.Caveat;
import org.plumbline.cases.OpenCase;
import org.plumbline.cases.Subject;
import org.plumbline.engine.model.statement.Statement;
import org.plumbline.identity.Member;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Refused;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The case Harbour with two sources, and people of two organisations. */
abstract class EntitiesFixture extends ApplicationTest {
    @Autowired
    Cases cases;

    @Autowired
    Entities entities;

    @Autowired
    Statements statements;

    @Autowired
    Sources sources;

    @Autowired
    EntityCollections collections;

    @Autowired
    Import imports;

    @Autowired
    EntityGraph graph;

    @Autowired
    JdbcClient db;

    @Autowired
    PlatformTransactionManager transactions;

    Member mara;

    Member nuno;

    CaseId harbour;

    UUID article;

    UUID register;

    @BeforeEach
    void aCase() {
        mara = member(organisation(), "Mara Quill", Role.INVESTIGATOR);
        nuno = member(organisation(), "Nuno Brightwater", Role.INVESTIGATOR);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        harbour = asMara(() -> cases.open(new OpenCase(
                        "Harbour",
                        CaseType.INQUIRY,
                        Caveat.NONE,
                        "",
                        "Inspection Act",
                        "IO-2031/7",
                        "Reconciliation",
                        today.minusDays(2),
                        today.plusDays(30),
                        Optional.empty())))
                .id();
        article = source("The quay that was paid for twice");
        register = source("Register of harbour firms");
    }

    <T> T asMara(Supplier<T> body) {
        return Acting.as(acting(mara), body);
    }

    UUID source(String title) {
        var asked = new NewSource("article", title, "", "2031-04", "", "", Optional.empty());
        return asMara(() -> sources.add(harbour, asked).id());
    }

    EntityRecord company(String name) {
        return asMara(() -> entities.create(
                harbour,
                new NewEntity("", "Company", Optional.empty(), List.of(NewStatement.fact("name", name, article)))));
    }

    Statement say(EntityRecord entity, String property, String value, UUID source) {
        return asMara(() -> statements.add(harbour, entity.id(), NewStatement.fact(property, value, source)));
    }

    EntityReading read(EntityRecord entity) {
        return asMara(() -> entities.read(harbour, entity.id(), Optional.empty()));
    }

    EntityRecord witness() {
        var role = new NewEntity.InCase(
                Subject.Role.WITNESS,
                "kept the order register",
                LocalDate.now(ZoneOffset.UTC).plusDays(90));
        return asMara(() -> entities.create(
                harbour,
                new NewEntity(
                        "",
                        "Person",
                        Optional.of(role),
                        List.of(NewStatement.fact("name", "Orla Vantongeren", article)))));
    }

    static String code(Throwable thrown) {
        var refusal = ((Refused) thrown).refusal();
        return refusal.fields().isEmpty()
                ? refusal.code()
                : refusal.fields().getFirst().code();
    }

    Long counted(String sql) {
        return new TransactionTemplate(transactions)
                .execute(status -> db.sql(sql).query(Long.class).single());
    }
}
