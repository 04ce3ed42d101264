package org.plumbline.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plumbline.engine.model.value.IdentifierFormat;
import org.plumbline.engine.model.value.PropertyType;

class VocabularyTest {
    private final Vocabulary vocabulary = Vocabulary.load();

    @Test
    void everySchemaOfTheModelIsThere() {
        assertThat(vocabulary.schemata()).hasSize(70);
    }

    @Test
    void aSchemaIsOfEveryKindItExtends() {
        Schema company = vocabulary.require("Company");

        assertThat(company.lineage())
                .containsExactlyInAnyOrder("Company", "Asset", "Organization", "LegalEntity", "Thing", "Value");
        assertThat(company.isA("LegalEntity")).isTrue();
        assertThat(company.isA("Person")).isFalse();
    }

    @Test
    void aSchemaHasThePropertiesItInherits() {
        Property name = vocabulary.require("Company").property("name").orElseThrow();

        assertThat(name.qualifiedName()).isEqualTo("Thing:name");
        assertThat(name.type()).isEqualTo(PropertyType.NAME);
    }

    @Test
    void theNearestDeclarationOfAPropertyWins() {
        assertThat(vocabulary
                        .require("Company")
                        .property("jurisdiction")
                        .orElseThrow()
                        .declaredBy())
                .isEqualTo("Company");
        assertThat(vocabulary
                        .require("Organization")
                        .property("jurisdiction")
                        .orElseThrow()
                        .declaredBy())
                .isEqualTo("LegalEntity");
    }

    @Test
    void anEdgeNamesItsSourceItsTargetAndItsVerb() {
        Edge ownership = vocabulary.require("Ownership").edge().orElseThrow();

        assertThat(ownership.source()).isEqualTo("owner");
        assertThat(ownership.target()).isEqualTo("asset");
        assertThat(ownership.label()).isEqualTo("owns");
        assertThat(ownership.directed()).isTrue();
        assertThat(vocabulary.require("Person").edge()).isEmpty();
    }

    @Test
    void everyEdgeNamesTwoOfItsEntityProperties() {
        assertThat(vocabulary.schemata())
                .filteredOn(schema -> schema.edge().isPresent())
                .hasSizeGreaterThan(15)
                .allSatisfy(schema -> {
                    Edge edge = schema.edge().orElseThrow();
                    assertThat(schema.property(edge.source()).orElseThrow().type())
                            .isEqualTo(PropertyType.ENTITY);
                    assertThat(schema.property(edge.target()).orElseThrow().type())
                            .isEqualTo(PropertyType.ENTITY);
                });
    }

    @Test
    void captionFeaturedAndRequiredNameKnownProperties() {
        assertThat(vocabulary.schemata()).allSatisfy(schema -> {
            assertThat(schema.properties().keySet()).containsAll(schema.featured());
            assertThat(schema.properties().keySet()).containsAll(schema.required());
            assertThat(schema.properties().keySet()).containsAll(schema.startDates());
        });
        assertThat(vocabulary.require("Person").caption()).containsExactly("name", "lastName", "email", "phone");
    }

    @Test
    void everyRangeIsASchemaAndEveryMirrorPropertyIsThere() {
        assertThat(vocabulary.schemata())
                .allSatisfy(schema -> schema.properties().values().stream()
                        .filter(property -> property.type() == PropertyType.ENTITY
                                && !property.reverse().isEmpty())
                        .forEach(property -> assertThat(
                                        vocabulary.require(property.range()).property(property.reverse()))
                                .as(property.qualifiedName())
                                .isPresent()));
    }

    @Test
    void identifiersWithACheckDigitAreCheckedThroughTheirProperty() {
        Schema company = vocabulary.require("Company");

        assertThat(company.property("leiCode").orElseThrow().format()).isEqualTo(IdentifierFormat.LEI);
        assertThat(company.property("leiCode")
                        .orElseThrow()
                        .check("5493001KJTIIGC8Y1R12")
                        .value())
                .isPresent();
        assertThat(company.property("leiCode")
                        .orElseThrow()
                        .check("5493001KJTIIGC8Y1R13")
                        .value())
                .isEmpty();
    }

    @Test
    void aDigestOfSha256FitsItsProperty() {
        Property hash = vocabulary.require("Document").property("contentHash").orElseThrow();

        assertThat(hash.check("ab".repeat(32)).value()).contains("ab".repeat(32));
    }

    @Test
    void anUnknownNameIsAbsent() {
        assertThat(vocabulary.schema("Suspect")).isEmpty();
        assertThat(vocabulary.require("Person").property("threatScore")).isEmpty();
    }
}
