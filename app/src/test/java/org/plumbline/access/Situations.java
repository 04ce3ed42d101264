package org.plumbline.access;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.testing.Browser;

/** Everybody who asks, each with the records that are asked for: the columns of the matrix. */
final class Situations {
    /**
     * One column.
     *
     * @param ids records asked for
     * @param own records of the person's own case, where others are named under its address
     * @param apiOnly a token without pages
     * @param recordsOnly asks about records within a case that the person reads, so routes without one don't count
     */
    record Situation(
            String name,
            Asking asking,
            Map<String, String> ids,
            Map<String, String> own,
            boolean apiOnly,
            boolean recordsOnly) {}

    private final Map<String, Situation> all = new LinkedHashMap<>();
    private final MatrixPeople world;
    private Map<String, String> inside = Map.of();

    /** Records that are nobody's: who may not do a thing at all is told so before anything is looked for. */
    private static final List<String> NOBODYS = List.of(
            "members/memberId",
            "units/unitId",
            "days-off/dayId",
            "sessions/sessionId",
            "identities/identityId",
            "passkeys/passkeyId",
            "recoveries/recoveryId",
            "role-requests/requestId",
            "roles/requestId",
            "roles/role",
            "erasures/erasureId",
            "stock-takes/stockTakeId");

    Situations(MatrixPeople world, Browser nobody, Browser readOnly) {
        this.world = world;
        var lead = world.person("lead", "ours:investigator");
        Map<String, MatrixPeople.Person> team = new LinkedHashMap<>();
        for (String standing : MatrixPeople.STANDINGS) {
            team.put(standing, world.person("as-" + standing, "ours:investigator"));
        }
        Map<String, String> ids = ours(lead, team);
        add("lead", lead, ids);
        team.forEach((standing, person) -> add(standing, person, ids));
        all.put(
                "read-only",
                new Situation("read-only", new Asking(lead.id(), readOnly, readOnly, ""), ids, ids, true, false));
        add("glass", world.person("glass", "ours:investigator"), ids);
        others(ids);
        all.put("nobody", new Situation("nobody", new Asking(lead.id(), nobody, nobody, ""), ids, ids, false, false));
        within(lead, ids);
    }

    List<Situation> all() {
        return List.copyOf(all.values());
    }

    private Map<String, String> ours(MatrixPeople.Person lead, Map<String, MatrixPeople.Person> team) {
        Map<String, String> ids = new HashMap<>(world.caseOf(lead, team));
        var overseer = world.person("role-overseer", "ours:overseer");
        MatrixPeople.revoke(lead, ids, world.person("revoked", "ours:investigator"));
        String opening = MatrixPeople.opened(world.person("opener", "ours:investigator"), ids, lead);
        var glass = world.person("glass", "ours:investigator");
        MatrixPeople.opened(glass, ids, lead);
        ids.put("break-glass/openingId", opening);
        var sealed = world.person("sealed", "ours:investigator");
        Map<String, String> closed = CaseRecords.ofNewCase(sealed.api(), sealed.id(), sealed.id());
        ids.put("seals/sealId", MatrixPeople.sealed(sealed, closed));
        String trail = "/api/v1/cases/" + ids.get("cases/caseId") + "/trail";
        ids.put("explain/ownEntry", MatrixPeople.entryOf(lead, trail, glass));
        ids.put("entries/entryId", MatrixPeople.entry(overseer, "/api/v1/trail"));
        ids.put(
                "storage-places/placeId",
                MatrixPeople.place(world.person("role-evidence-custodian", "ours:evidence-custodian")));
        NOBODYS.forEach(name -> ids.put(name, java.util.UUID.randomUUID().toString()));
        inside = with(ids, MatrixPeople.compartment(world.person("as-supervisor", "ours:investigator"), ids));
        ids.put("admissions/admissionId", inside.getOrDefault("admissions/admissionId", ""));
        ids.put("sign-in/secret", "none");
        ids.put("tokens/tokenId", java.util.UUID.randomUUID().toString());
        add("sealed", sealed, with(ids, closed));
        return ids;
    }

    private void others(Map<String, String> ids) {
        var expired = world.person("expired", "ours:investigator");
        Map<String, String> over = CaseRecords.ofNewCase(expired.api(), expired.id(), expired.id());
        MatrixPeople.expire(expired, over);
        add("expired", expired, with(ids, over));
        for (String role : MatrixPeople.ROLES) {
            add("role-" + role, world.person("role-" + role, "ours:" + role), ids);
        }
        add("revoked", world.person("revoked", "ours:investigator"), ids);
        add("elsewhere", world.person("foreign", "theirs:" + String.join(",", MatrixPeople.ROLES)), ids);
    }

    /** Records that the lead may not see, asked for under the address of the lead's own case. */
    private void within(MatrixPeople.Person lead, Map<String, String> ids) {
        within("compartment", lead, ids, inside);
        var foreign = world.person("foreign", "");
        within("misplaced", lead, ids, CaseRecords.ofNewCase(foreign.api(), foreign.id(), foreign.id()));
    }

    private void within(String name, MatrixPeople.Person person, Map<String, String> own, Map<String, String> records) {
        Map<String, String> ids = new HashMap<>(with(own, records));
        ids.put("cases/caseId", own.get("cases/caseId"));
        all.put(name, new Situation(name, asking(person), ids, own, false, true));
    }

    private static Map<String, String> with(Map<String, String> ids, Map<String, String> more) {
        var all = new HashMap<>(ids);
        all.putAll(more);
        return all;
    }

    private void add(String name, MatrixPeople.Person person, Map<String, String> ids) {
        all.put(name, new Situation(name, asking(person), ids, ids, false, false));
        person.page().get("/cases/" + ids.get("cases/caseId"));
    }

    private static Asking asking(MatrixPeople.Person person) {
        String csrf =
                person.page().get("/account").page().select("input[name=_csrf]").attr("value");
        return new Asking(person.id(), person.api(), person.page(), csrf);
    }
}
