package org.plumbline.identity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Puts together what was asked, answered, given and ended of a member's roles. */
@Component
class RoleHistory {
    private final RoleTable table;

    RoleHistory(RoleTable table) {
        this.table = table;
    }

    /** Latest first. */
    List<RoleRecord> of(Member member) {
        Map<UUID, Step> answers = new HashMap<>();
        table.answers(member.id()).forEach(a -> answers.put(a.asked(), a.step()));
        Map<UUID, RoleTable.Given> confirmed = new HashMap<>();
        var all = new ArrayList<RoleRecord>();
        for (RoleTable.Given given : table.given(member.id())) {
            given.asked().ifPresentOrElse(id -> confirmed.put(id, given), () -> all.add(direct(given)));
        }
        for (RoleRequest request : table.requests(member.organisation(), member.id())) {
            Optional<RoleTable.Given> given = Optional.ofNullable(confirmed.get(request.id()));
            all.add(new RoleRecord(
                    request.role(),
                    Optional.of(request),
                    Optional.ofNullable(answers.get(request.id())),
                    given.map(RoleTable.Given::given),
                    given.flatMap(RoleTable.Given::ended)));
        }
        all.sort(Comparator.comparing(RoleHistory::latest).reversed());
        return all;
    }

    private static RoleRecord direct(RoleTable.Given given) {
        return new RoleRecord(
                given.role(), Optional.empty(), Optional.empty(), Optional.of(given.given()), given.ended());
    }

    private static Instant latest(RoleRecord one) {
        return one.given()
                .or(() -> one.request().map(RoleRequest::asked))
                .map(Step::at)
                .orElse(Instant.EPOCH);
    }
}
