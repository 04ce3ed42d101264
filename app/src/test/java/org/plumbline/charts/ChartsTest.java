package org.plumbline.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.audit.Trail;
import org.plumbline.cases.Cases;
import org.plumbline.cases.Subject;
import org.plumbline.entities.Entities;
import org.plumbline.entities.Sources;
import org.plumbline.entities.Statements;
import org.plumbline.identity.Member;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Refused;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;

class ChartsTest extends ApplicationTest {
    @Autowired
    private Charts charts;

    @Autowired
    private ChartPicture pictures;

    @Autowired
    private Cases cases;

    @Autowired
    private Entities entities;

    @Autowired
    private Sources sources;

    @Autowired
    private Statements statements;

    @Autowired
    private Trail trail;

    private Member mara;
    private Member ines;
    private ChartWorld world;

    @BeforeEach
    void harbour() {
        var organisation = organisation();
        mara = member(organisation, "Mara Quill", Role.INVESTIGATOR);
        ines = member(organisation, "Ines Abernal", Role.INVESTIGATOR);
        world = as(mara, () -> ChartWorld.make(cases, sources, entities));
    }

    private <T> T as(Member member, Supplier<T> body) {
        return Acting.as(acting(member), body);
    }

    private Chart chart(UUID... start) {
        return as(mara, () -> charts.create(world.id(), "Who owns the cranes", List.of(start)));
    }

    private Expansion expand(Chart chart, Widening wish) {
        return as(mara, () -> charts.expand(world.id(), chart.id(), wish));
    }

    private List<UUID> found(Expansion expansion) {
        return expansion.net().nodes().stream().map(ChartNode::id).toList();
    }

    private Layout placed(UUID... entities) {
        return new Layout(
                java.util.stream.Stream.of(entities)
                        .map(id -> new Layout.Place(id, Optional.of(new Layout.Spot(10, 20)), true, false))
                        .toList(),
                "{\"undated\":true}");
    }

    private static String code(Refused refused) {
        return refused.refusal().code();
    }

    @Test
    void aChartShowsTheLinksBetweenWhatStandsOnItWithTheirSources() {
        Chart chart = chart(world.crane(), world.holding());

        Net net = as(mara, () -> charts.read(world.id(), chart.id())).net();

        assertThat(net.nodes()).extracting(ChartNode::caption).contains("Tern & Lark Cranes Ltd", "Quay Nine Holding");
        assertThat(net.links()).singleElement().satisfies(link -> {
            assertThat(link.source()).isEqualTo(world.holding());
            assertThat(link.from()).contains("2019-05-01");
            assertThat(link.cited()).extracting(c -> c.source().id()).containsExactly(world.source());
            assertThat(link.assessment()).isFalse();
        });
    }

    @Test
    void aPersonCarriesItsRole() {
        Chart chart = chart(world.orla());

        Net net = as(mara, () -> charts.read(world.id(), chart.id())).net();

        assertThat(net.nodes())
                .singleElement()
                .extracting(ChartNode::role)
                .isEqualTo(Optional.of(Subject.Role.WITNESS));
    }

    @Test
    void aRetractedStatementLeavesTheChart() {
        Chart chart = chart(world.crane(), world.holding());
        UUID owner = as(mara, () -> entities.read(world.id(), world.owned(), Optional.empty()))
                .view()
                .orElseThrow()
                .values("owner")
                .getFirst()
                .statements()
                .getFirst()
                .id();

        as(mara, () -> statements.retract(world.id(), owner, "The register was misread"));

        assertThat(as(mara, () -> charts.read(world.id(), chart.id())).net().links())
                .isEmpty();
    }

    @Test
    void anExpansionFollowsOnlyTheTypeAndTheTimeAskedFor() {
        Chart chart = chart(world.crane());

        assertThat(found(expand(chart, new Widening(world.crane(), "", Optional.empty(), 60))))
                .containsExactlyInAnyOrder(world.holding(), world.heron(), world.orla());
        assertThat(found(expand(chart, new Widening(world.crane(), "Directorship", Optional.empty(), 60))))
                .containsExactly(world.orla());
        var later = new Span(Optional.of("2028-01-01"), Optional.empty());
        assertThat(found(expand(chart, new Widening(world.crane(), "Ownership", Optional.of(later), 60))))
                .containsExactly(world.heron());
    }

    @Test
    void anExpansionSaysHowManyItsLimitLeftOut() {
        Expansion two = expand(chart(world.crane()), new Widening(world.crane(), "", Optional.empty(), 2));

        assertThat(two.net().nodes()).hasSize(2);
        assertThat(two.more()).isEqualTo(1);
    }

    @Test
    void aLimitOfNoneAnswersTheEntityAndItsLinksToTheChart() {
        Expansion itself = expand(chart(world.crane()), new Widening(world.holding(), "", Optional.empty(), 0));

        assertThat(found(itself)).containsExactly(world.holding());
        assertThat(itself.net().links()).hasSize(1);
    }

    @Test
    void aStaleSaveIsRefusedByNameAndBothLayoutsAreKept() {
        Chart chart = chart(world.crane());
        as(mara, () -> charts.save(world.id(), chart.id(), 1, "Mine", placed(world.crane(), world.holding())));

        assertThatThrownBy(() -> as(
                        mara,
                        () -> charts.save(world.id(), chart.id(), 1, "Other", placed(world.crane(), world.heron()))))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(code(refused)).isEqualTo("chart-saved-meanwhile");
                    assertThat(refused.refusal().arguments())
                            .containsEntry("by", "Mara Quill")
                            .containsEntry("now", "2");
                });
        Chart copy = as(
                mara, () -> charts.copy(world.id(), chart.id(), "Other (copy)", placed(world.crane(), world.heron())));

        assertThat(as(mara, () -> charts.read(world.id(), chart.id()))
                        .chart()
                        .layout()
                        .entities())
                .containsExactly(world.crane(), world.holding());
        assertThat(copy.layout().entities()).containsExactly(world.crane(), world.heron());
    }

    @Test
    void everySaveIsKept() {
        Chart chart = chart(world.crane());
        as(mara, () -> charts.save(world.id(), chart.id(), 1, "Two", placed(world.crane(), world.heron())));
        as(mara, () -> charts.save(world.id(), chart.id(), 2, "Three", placed(world.heron())));

        assertThat(as(mara, () -> charts.history(world.id(), chart.id())))
                .extracting(ChartVersion::number)
                .containsExactly(3, 2, 1);
        assertThat(as(mara, () -> charts.layout(world.id(), chart.id(), 2)).entities())
                .containsExactly(world.crane(), world.heron());
    }

    @Test
    void anUnknownEntityCannotBeginAChartAndIsLeftOutOfALayout() {
        assertThatThrownBy(() -> chart(UUID.randomUUID()))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().fields())
                                .singleElement()
                                .satisfies(f -> assertThat(f.code()).isEqualTo("chart-entity-unknown")));
        Chart chart = chart(world.crane());

        Chart saved = as(
                mara, () -> charts.save(world.id(), chart.id(), 1, "Cranes", placed(world.crane(), UUID.randomUUID())));

        assertThat(saved.layout().entities()).containsExactly(world.crane());
        assertThat(saved.layout().filter()).isEqualTo("{\"undated\":true}");
    }

    @Test
    void aChartOfACaseOfSomebodyElseIsAbsent() {
        Chart chart = chart(world.crane());
        ChartWorld other = as(ines, () -> ChartWorld.make(cases, sources, entities));

        assertThatThrownBy(() -> as(ines, () -> charts.read(world.id(), chart.id())))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(code(r)).isEqualTo("absent"));
        assertThatThrownBy(() -> as(ines, () -> charts.read(other.id(), chart.id())))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(code(r)).isEqualTo("absent"));
    }

    @Test
    void anExportIsOnTheTrail() {
        Chart chart = chart(world.crane());

        as(mara, () -> {
            charts.recordExport(world.id(), chart.id(), ExportFormat.SVG);
            return true;
        });

        assertThat(as(mara, () -> trail.ofCase(world.id(), Optional.empty(), 5)))
                .anySatisfy(entry -> assertThat(entry.action()).isEqualTo("charts.export"));
    }

    @Test
    void aPictureHasEveryNameAndIsTwiceAsSharpAsAScreen() throws IOException {
        Chart chart = chart(world.crane(), world.holding(), world.orla());

        String svg = as(mara, () -> pictures.svg(world.id(), chart.id()));
        var png = ImageIO.read(new ByteArrayInputStream(as(mara, () -> pictures.png(world.id(), chart.id()))));

        assertThat(svg).contains("Tern &amp; Lark Cranes", "Quay Nine Holding", "Orla Venn", ">W<");
        assertThat(png.getWidth()).isGreaterThan(400);
    }
}
