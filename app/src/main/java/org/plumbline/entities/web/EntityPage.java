package org.plumbline.entities.web;

import java.util.List;
import java.util.Optional;
import org.plumbline.cases.web.CaseHeader;
import org.plumbline.site.Form;
import org.plumbline.site.web.Option;

/**
 * The page of one entity.
 *
 * @param named what it is called, with its role
 * @param version for forms
 * @param marked whether its whole kind is marked
 * @param statements how many statements stand; {@code sources} on how many sources
 * @param since when it came into the case, in words
 * @param conflicts where sources contradict each other or tell the same differently
 * @param assessments what somebody concluded
 * @param properties what is stated, property by property
 * @param links links that touch it
 * @param neighbours the entities at their other ends, each once
 * @param retracted statements that no longer stand
 * @param showRetracted whether the reader asked to see them
 * @param asOf the day on which it was known so; empty for now
 * @param form the role form, for a person without a role
 * @param roles the roles to choose from; empty when no role is asked for
 */
public record EntityPage(
        CaseHeader header,
        NamedEntity named,
        int version,
        boolean marked,
        int statements,
        int sources,
        String since,
        List<Conflict> conflicts,
        List<Line> assessments,
        List<Property> properties,
        List<Link> links,
        List<NamedEntity> neighbours,
        List<Line> retracted,
        boolean showRetracted,
        String asOf,
        Form form,
        List<Option> roles) {

    /** @param sides one for each value or telling */
    public record Conflict(String title, String foot, List<Side> sides) {
        public Conflict {
            sides = List.copyOf(sides);
        }
    }

    /** @param unit currency or reservation beside the value */
    public record Side(String value, String unit, List<Line> lines) {
        public Side {
            lines = List.copyOf(lines);
        }
    }

    /**
     * @param name short name, for links to the form
     * @param reason why it is marked; absent when it is open
     * @param values its values; empty when it is expected and unknown
     */
    public record Property(String name, String label, Optional<String> reason, List<Value> values) {
        public Property {
            values = List.copyOf(values);
        }
    }

    /**
     * One value with every statement that gives it.
     *
     * @param assessed whether every one of them is an assessment
     */
    public record Value(String text, Optional<NamedEntity> entity, boolean assessed, List<Line> lines) {
        public Value {
            lines = List.copyOf(lines);
        }
    }

    /**
     * @param out whether it leads away from this entity
     * @param directed whether it has a direction at all
     * @param other the entity at the other end; absent when it is not in this case
     * @param what verb and detail
     * @param href the link's own page
     * @param from when it began; empty when unknown
     * @param until when it ended; empty when unknown
     * @param amounts every stated amount with its reservation and source
     * @param sources chips of the statements that give its ends
     */
    public record Link(
            boolean out,
            boolean directed,
            Optional<NamedEntity> other,
            String what,
            String href,
            String from,
            String until,
            List<Line> amounts,
            String currency,
            List<Chip> sources,
            boolean marked) {
        public Link {
            amounts = List.copyOf(amounts);
            sources = List.copyOf(sources);
        }
    }

    public EntityPage {
        conflicts = List.copyOf(conflicts);
        assessments = List.copyOf(assessments);
        properties = List.copyOf(properties);
        links = List.copyOf(links);
        neighbours = List.copyOf(neighbours);
        retracted = List.copyOf(retracted);
        roles = List.copyOf(roles);
    }

    public String href() {
        return named.href();
    }

    public String base() {
        return header.href();
    }
}
