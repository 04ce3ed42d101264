package org.plumbline.engine.model.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plumbline.engine.model.Openness;
import org.plumbline.engine.model.statement.EntityId;
import org.plumbline.engine.model.statement.EntityView;
import org.plumbline.engine.model.statement.Harbour;
import org.plumbline.engine.model.statement.Statement;

class LinksTest {
    private static final EntityId FREIGHT = new EntityId("freight");
    private static final EntityId MILLS = new EntityId("mills");

    private final Harbour harbour = new Harbour();

    @Test
    void anEdgeBecomesALinkWithItsVerbItsDatesAndItsStatements() {
        Statement owner = harbour.states("o1", "Ownership", "owner", "mills");
        Statement asset = harbour.states("o1", "Ownership", "asset", "freight");
        Link link = only(
                owner,
                asset,
                harbour.states("o1", "Ownership", "percentage", "60"),
                harbour.states("o1", "Ownership", "startDate", "2029"),
                harbour.states("o1", "Ownership", "endDate", "2030-05"));

        assertThat(link.from()).isEqualTo(MILLS);
        assertThat(link.to()).isEqualTo(FREIGHT);
        assertThat(link.label()).isEqualTo("owns");
        assertThat(link.directed()).isTrue();
        assertThat(link.detail()).isEqualTo("60");
        assertThat(link.since()).containsExactly("2029");
        assertThat(link.until()).containsExactly("2030-05");
        assertThat(link.statements()).containsExactlyInAnyOrder(owner.id(), asset.id());
        assertThat(link.via()).contains(new EntityId("o1"));
        assertThat(link.openness()).isEqualTo(Openness.OPEN);
    }

    @Test
    void severalStatedEndsMakeALinkEach() {
        Links links = links(
                harbour.states("o1", "Ownership", "owner", "mills"),
                harbour.states("o1", "Ownership", "owner", "other", Harbour.LETTER),
                harbour.states("o1", "Ownership", "asset", "freight"));

        assertThat(links.open()).hasSize(2);
    }

    @Test
    void anEdgeWithAMissingEndIsNoLink() {
        assertThat(links(harbour.states("o1", "Ownership", "owner", "mills")).withMarked())
                .isEmpty();
    }

    @Test
    void anEntityPropertyOfAnOrdinaryEntityIsAPlainLink() {
        Link link = only(
                harbour.states("contract", "Contract", "title", "Crane lease"),
                harbour.states("contract", "Contract", "authority", "port"));

        assertThat(link.from()).isEqualTo(new EntityId("contract"));
        assertThat(link.to()).isEqualTo(new EntityId("port"));
        assertThat(link.property()).isEqualTo("authority");
        assertThat(link.via()).isEmpty();
    }

    @Test
    void anUndirectedEdgeSaysSo() {
        Link link = only(
                harbour.states("f1", "Family", "person", "mills"),
                harbour.states("f1", "Family", "relative", "other"),
                harbour.states("f1", "Family", "relationship", "spouse"));

        assertThat(link.directed()).isFalse();
        assertThat(link.detail()).as("the relationship is marked").isEmpty();
    }

    @Test
    void aMarkedLinkJoinsNothing() {
        Links links = links(
                harbour.states("m1", "Membership", "member", "mills"),
                harbour.states("m1", "Membership", "organization", "dockers-union"),
                harbour.states("mills", "Person", "addressEntity", "quay-1"));

        assertThat(links.open()).isEmpty();
        assertThat(links.withMarked()).hasSize(2).allMatch(link -> link.openness() == Openness.MARKED);
        assertThat(links.neighbours(MILLS)).isEmpty();
    }

    @Test
    void neighboursAreFoundFromBothEnds() {
        Links links = links(
                harbour.states("d1", "Directorship", "director", "mills"),
                harbour.states("d1", "Directorship", "organization", "freight"),
                harbour.states("freight", "Company", "parent", "freight"));

        assertThat(links.neighbours(MILLS)).containsExactly(FREIGHT);
        assertThat(links.neighbours(FREIGHT)).containsExactly(MILLS);
        assertThat(links.of(FREIGHT)).hasSize(2);
    }

    private static Link only(Statement... statements) {
        List<Link> open = links(statements).open();
        assertThat(open).hasSize(1);
        return open.getFirst();
    }

    private static Links links(Statement... statements) {
        Map<EntityId, List<Statement>> bySubject = Stream.of(statements)
                .collect(Collectors.groupingBy(each -> each.claim().subject()));
        return Links.in(bySubject.values().stream()
                .flatMap(each ->
                        EntityView.asKnownAt(Harbour.VOCABULARY, Harbour.POLICY, each, Harbour.START.plusSeconds(3600))
                                .stream())
                .toList());
    }
}
