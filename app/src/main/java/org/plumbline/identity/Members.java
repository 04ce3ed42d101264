package org.plumbline.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Lookups;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.OrganisationId;
import org.springframework.stereotype.Component;

/** The people of an organisation. Names are open to every member of it; nothing here is case content. */
@Component
public class Members {
    private final IdentityTable table;
    private final OrganisationTable organisations;
    private final UnitTable units;

    Members(IdentityTable table, OrganisationTable organisations, UnitTable units) {
        this.table = table;
        this.organisations = organisations;
        this.units = units;
    }

    /** A member who has not left. */
    public Optional<Member> find(MemberId id) {
        return table.member(id);
    }

    /** A member of the acting person's organisation; anybody else is absent. */
    public Optional<Member> colleague(MemberId id) {
        return table.member(id)
                .filter(m -> m.organisation().equals(Acting.require().organisation()));
    }

    /** The acting person's colleagues, by name, at most a thousand. */
    public List<Member> colleagues() {
        return table.members(Acting.require().organisation());
    }

    /** The units of the acting person's organisation, and who is in which. */
    public UnitTree units() {
        return units.tree(Acting.require().organisation());
    }

    /** Names of members, also of those who have left; an unknown identifier is absent. */
    public Map<MemberId, String> names(Collection<MemberId> ids) {
        var names = new HashMap<MemberId, String>();
        var unknown = new ArrayList<UUID>();
        ids.stream()
                .distinct()
                .forEach(id -> Lookups.<String>find(nameOf(id))
                        .ifPresentOrElse(name -> names.put(id, name), () -> unknown.add(id.value())));
        for (IdentityTable.Named named : table.names(unknown)) {
            var id = new MemberId(named.id());
            names.put(id, named.name());
            Lookups.keep(nameOf(id), named.name());
        }
        if (ids.contains(FolderHolder.ID)) {
            names.put(FolderHolder.ID, FolderHolder.NAME);
        }
        return names;
    }

    private static List<Object> nameOf(MemberId id) {
        return List.of("name", id);
    }

    /** An organisation. */
    public Optional<Organisation> organisation(OrganisationId id) {
        Optional<Organisation> known = Lookups.find(List.of("organisation", id));
        if (known.isPresent()) {
            return known;
        }
        Optional<Organisation> found = organisations.find(id);
        found.ifPresent(organisation -> Lookups.keep(List.of("organisation", id), organisation));
        return found;
    }

    /** The acting person's organisation. */
    public Organisation ownOrganisation() {
        return organisation(Acting.require().organisation())
                .orElseThrow(() -> new IllegalStateException("The acting person's organisation is gone"));
    }

    /** Whether the acting person's organisation has or had this name, as settings written before a change say it. */
    public boolean isOwnOrganisation(String name) {
        return organisations
                .find(name)
                .filter(o -> o.id().equals(Acting.require().organisation()))
                .isPresent();
    }
}
