package org.plumbline.custody;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.plumbline.identity.Step;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.Input;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.OrganisationId;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.plumbline.watching.DiskReserve;
import org.springframework.stereotype.Service;

/** What the own organisation keeps in the vault and how much it may, for administrators, who see no case. */
@Service
@Application
public class Storage {
    private static final Action READ = new Action("custody.read-storage", Right.ADMINISTER);
    private static final Action LIMIT = new Action("custody.set-quota", Right.ADMINISTER);

    private static final long COARSE = 1_000_000_000;
    private static final long FINE = 100_000_000;
    private static final long FINE_BELOW = 10 * COARSE;

    private final Acts acts;
    private final StorageTable table;
    private final DiskReserve reserve;
    private final Clock clock;

    Storage(Acts acts, StorageTable table, DiskReserve reserve, Clock clock) {
        this.acts = acts;
        this.table = table;
        this.reserve = reserve;
        this.clock = clock;
    }

    /**
     * A quota as asked for, in words as typed.
     *
     * @param quota organisation, each-case or one-case
     * @param caseNumber which case, where it is one; whether there is one of this number is not said
     * @param limit such as 500 GB; empty to lift the quota
     */
    public record Wish(String quota, String caseNumber, String limit, String reason) {}

    /** What is kept, what is free, and the quotas. */
    public StorageFile read() {
        return acts.consult(READ, Scope.organisation(), () -> Noted.of(file()));
    }

    /**
     * Sets or lifts a quota. One below what is kept already takes nothing away; nothing more is kept.
     *
     * @param version the version of the quotas the change was made against
     */
    public StorageFile limit(int version, Wish wish) {
        return acts.perform(LIMIT, Scope.organisation(), () -> {
            table.takeTurn(own());
            StorageFile file = file();
            Quota quota = checked(wish, file.version() + 1);
            if (file.version() != version) {
                throw Refusal.of(
                                Refusal.Kind.CONFLICT,
                                "version-stale",
                                Map.of("now", "" + file.version(), "given", "" + version))
                        .asException();
            }
            table.insert(own(), quota);
            return Noted.of(file(), new Ref("organisation", own().value(), own()))
                    .with("quota", quota.kind().code())
                    .with("number", quota.caseNumber().orElse("-"))
                    .with(
                            "limit",
                            quota.limit().isPresent() ? "" + quota.limit().getAsLong() : "-")
                    .with("reason", quota.said().reason());
        });
    }

    private Quota checked(Wish wish, int version) {
        var input = new Input();
        Quota.Kind kind = input.choice("quota", wish.quota(), Quota.Kind.class);
        String number = kind == Quota.Kind.ONE_CASE
                ? input.text("case_number", wish.caseNumber(), 60)
                : input.optionalText("case_number", "", 60);
        String limit = wish.limit().strip();
        OptionalLong bytes = ByteCount.parse(limit);
        if (!limit.isEmpty() && bytes.isEmpty()) {
            input.refuse("limit", "limit-not-bytes", Map.of("value", limit));
        }
        String why = input.text("reason", wish.reason(), 300);
        input.check();
        return new Quota(
                kind,
                Optional.of(number).filter(n -> !n.isEmpty()),
                bytes,
                version,
                new Step(Optional.of(Acting.require().member()), clock.instant(), why));
    }

    private StorageFile file() {
        return new StorageFile(
                table.sizes(own()), roughlyFree(), reserve.bytes(), table.quotas(own()), table.changes(own()));
    }

    /** To the byte it would tell how large a file is that somebody else has just brought in. */
    private OptionalLong roughlyFree() {
        return reserve.free().stream()
                .map(free -> free - free % (free < FINE_BELOW ? FINE : COARSE))
                .findFirst();
    }

    private static OrganisationId own() {
        return Acting.require().organisation();
    }
}
