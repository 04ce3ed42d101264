package org.plumbline.custody.stock;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.plumbline.kernel.Acting;
import org.plumbline.testing.Browser;
import org.plumbline.testing.EveryWrite;
import org.plumbline.testing.Writes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A case whose exhibits have tags and stand in places. How things stand is written as acts of custody leave it, since
 * lists and counts read that and no chain.
 */
final class Store {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Browser lead;
    private final Acting acting;
    private final JdbcClient db;
    private final TransactionTemplate transactions;
    private final String base;
    private final Map<String, Integer> sequences = new HashMap<>();

    Store(Browser lead, Acting acting, JdbcClient db, PlatformTransactionManager transactions) {
        this.lead = lead;
        this.acting = acting;
        this.db = db;
        this.transactions = new TransactionTemplate(transactions);
        var writes =
                new EveryWrite(lead, acting.member().toString(), acting.member().toString());
        writes.send(Writes.ofACase().getFirst());
        this.base = writes.filled("/api/v1/cases/{caseId}");
    }

    String base() {
        return base;
    }

    /** Receives an exhibit and makes its tag; returns the code. */
    String tagged(String name) {
        received(name);
        JsonNode all = items(lead.json("POST", base + "/exhibits/tags", "{}"));
        return all.get(all.size() - 1).get("code").stringValue();
    }

    /** Receives an exhibit; returns its identifier. */
    String received(String name) {
        String ingestion = id(lead.json("POST", base + "/ingestions", "{\"title\": \"Quay\"}"));
        lead.bytes(
                "POST",
                base + "/ingestions/" + ingestion + "/files?path=" + name,
                name.getBytes(StandardCharsets.UTF_8));
        JsonNode all = items(lead.get(base + "/exhibits"));
        return all.get(all.size() - 1).get("id").stringValue();
    }

    /** How things stand after an act. */
    record Stands(
            Optional<String> place,
            Optional<String> seal,
            Optional<Instant> out,
            Optional<Instant> transfer,
            Optional<String> disposed) {
        static Stands in(String place) {
            return new Stands(
                    Optional.of(place), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }

        Stands sealed(String number) {
            return new Stands(place, Optional.of(number), out, transfer, disposed);
        }

        Stands outUntil(Instant until) {
            return new Stands(place, seal, Optional.of(until), transfer, disposed);
        }

        static Stands betweenUntil(Instant until) {
            return new Stands(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(until), Optional.empty());
        }

        static Stands gone() {
            return new Stands(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("destroyed"));
        }
    }

    /** Leaves an act on the exhibit that carries this code. */
    void act(String code, Stands stands) {
        actOn(id(lead.get("/api/v1/tags/" + code)), stands);
    }

    /** Leaves an act on an exhibit. */
    void actOn(String exhibit, Stands stands) {
        int sequence = sequences.merge(exhibit, 1, Integer::sum);
        Acting.as(
                acting,
                () -> transactions.execute(status -> db.sql("""
                        insert into custody.act (id, owner, label, case_id, recorded_at, recorded_by, exhibit, sequence, kind,
                            digest, canonical, signature, custodian, place, seal, out_to, out_to_name, out_until, transfer_to,
                            transfer_until, disposed)
                        select :id, e.owner, e.label, e.case_id, clock_timestamp(), :by, e.id, :sequence, 'inspect',
                            repeat('0', 64), '', '', :by, :place, :seal, :outTo, :outName, :out, :transferTo, :transfer,
                            :disposed
                        from custody.exhibit e where e.id = :exhibit
                        """)
                        .param("id", UUID.randomUUID())
                        .param("by", acting.member().value())
                        .param("sequence", sequence)
                        .param("exhibit", UUID.fromString(exhibit))
                        .param("place", orNull(stands.place(), UUID::fromString), java.sql.Types.OTHER)
                        .param("seal", orNull(stands.seal(), s -> s), java.sql.Types.VARCHAR)
                        .param(
                                "outTo",
                                orNull(stands.out(), o -> acting.member().value()),
                                java.sql.Types.OTHER)
                        .param("outName", orNull(stands.out(), o -> "Laboratory"), java.sql.Types.VARCHAR)
                        .param("out", orNull(stands.out(), Store::time), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                        .param(
                                "transferTo",
                                orNull(stands.transfer(), t -> acting.member().value()),
                                java.sql.Types.OTHER)
                        .param(
                                "transfer",
                                orNull(stands.transfer(), Store::time),
                                java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("disposed", orNull(stands.disposed(), d -> d), java.sql.Types.VARCHAR)
                        .update()));
    }

    private static Object time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static <S> @org.jspecify.annotations.Nullable Object orNull(Optional<S> value, Function<S, Object> as) {
        return value.map(as).orElse(null);
    }

    static JsonNode items(Browser.Answer answer) {
        return JSON.readTree(answer.body()).get("items");
    }

    static String id(Browser.Answer answer) {
        return JSON.readTree(answer.body()).get("id").stringValue();
    }

    /** A storage place made by its keeper; returns its identifier. */
    static String place(Browser keeper, String code, String parent) {
        return id(keeper.json(
                "POST",
                "/api/v1/storage-places",
                "{\"code\": \"" + code + "\", \"kind\": \"room\", \"name\": \"Room " + code + "\", \"parent\": \""
                        + parent + "\"}"));
    }
}
