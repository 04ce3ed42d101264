package org.plumbline.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTest {
    private final Vocabulary vocabulary = Vocabulary.load();
    private final Policy policy = Policy.load(vocabulary);

    @ParameterizedTest
    @ValueSource(strings = {"Call", "Trip", "Thing", "Interval", "NotASchema"})
    void aRefusedSchemaIsRefusedWithEverythingItHas(String schema) {
        assertThat(policy.of(schema).openness()).isEqualTo(Openness.REFUSED);
        vocabulary
                .schema(schema)
                .ifPresent(known -> assertThat(known.properties().keySet())
                        .allMatch(property -> policy.of(schema, property).openness() == Openness.REFUSED));
    }

    @ParameterizedTest
    @CsvSource({
        "Person, height",
        "Person, weight",
        "Person, eyeColor",
        "Person, hairColor",
        "Person, appearance",
        "UserAccount, password",
        "UserAccount, ipAddress",
        "CryptoWallet, privateKey",
        "Address, latitude",
        "Address, longitude",
        "RealEstate, latitude",
        "RealEstate, longitude",
        "Person, callsMade",
        "Company, callsReceived",
        "Vessel, tripsInvolved",
        "Person, indexText",
        "Message, metadata",
        "Person, notAProperty"
    })
    void whatDescribesFollowsOrUnlocksIsRefused(String schema, String property) {
        assertThat(policy.of(schema, property).openness()).isEqualTo(Openness.REFUSED);
    }

    @ParameterizedTest
    @CsvSource({
        "Person, nationality",
        "Person, citizenship",
        "Person, country",
        "Person, birthCountry",
        "Person, birthPlace",
        "Person, religion",
        "Person, ethnicity",
        "Person, political",
        "Person, gender",
        "Person, spokenLanguage",
        "Person, idNumber",
        "Person, passportNumber",
        "Person, socialSecurityNumber",
        "Person, taxNumber",
        "Person, innCode",
        "Person, registrationNumber",
        "Person, vatCode",
        "Person, email",
        "Person, phone",
        "Person, address",
        "Person, addressEntity",
        "Person, website",
        "Person, topics",
        "Person, notes",
        "LegalEntity, email",
        "LegalEntity, country",
        "LegalEntity, taxNumber",
        "Passport, passportNumber",
        "Passport, holder",
        "Identification, number",
        "Membership, member",
        "TaxRoll, income",
        "Address, full",
        "UserAccount, email",
        "UserAccount, username",
        "Email, from",
        "Document, emailMentioned",
        "Image, pictured",
        "Vehicle, registrationNumber",
        "Family, relationship"
    })
    void whatCanSingleOutAPersonIsMarked(String schema, String property) {
        assertThat(policy.of(schema, property).openness()).isEqualTo(Openness.MARKED);
    }

    @ParameterizedTest
    @CsvSource({
        "Company, country",
        "Company, jurisdiction",
        "PublicBody, country",
        "Organization, mainCountry",
        "Company, email",
        "Company, phone",
        "Company, address",
        "Company, addressEntity",
        "Company, taxNumber",
        "Company, registrationNumber",
        "Organization, topics",
        "Person, name",
        "Person, birthDate",
        "Person, position",
        "LegalEntity, name",
        "Ownership, percentage",
        "Directorship, director",
        "ContractAward, supplier",
        "Contract, amount",
        "Payment, amountEur",
        "Vessel, imoNumber",
        "Vessel, registrationNumber",
        "Sanction, entity",
        "Document, title",
        "Document, bodyText",
        "Event, location"
    })
    void whatOrganisationsAndDealingsNeedIsOpen(String schema, String property) {
        assertThat(policy.of(schema, property).openness()).isEqualTo(Openness.OPEN);
    }

    @Test
    void onlyWhatIsOpenPassesAnyExit() {
        for (Schema schema : vocabulary.schemata()) {
            for (String property : schema.properties().keySet()) {
                boolean open = policy.of(schema.name(), property).openness() == Openness.OPEN;

                assertThat(exits(schema.name(), property))
                        .as(schema.name() + ":" + property)
                        .containsOnly(open);
            }
        }
    }

    @Test
    void aMarkedSchemaHasNothingOpen() {
        assertThat(vocabulary.schemata())
                .filteredOn(schema -> policy.of(schema.name()).openness() == Openness.MARKED)
                .extracting(Schema::name)
                .containsExactlyInAnyOrder(
                        "Address", "Identification", "Membership", "Passport", "TaxRoll", "UserAccount")
                .allSatisfy(schema -> assertThat(
                                vocabulary.require(schema).properties().keySet())
                        .noneMatch(property -> policy.mayIndex(schema, property)));
    }

    @Test
    void nothingIsWiderOnALegalEntityThanOnAPerson() {
        for (String property : vocabulary.require("LegalEntity").properties().keySet()) {
            assertThat(policy.of("LegalEntity", property).openness())
                    .isEqualTo(policy.of("Person", property).openness());
        }
    }

    @Test
    void everyRefusalOfAKnownEntryHasAReasonOfItsOwn() {
        assertThat(vocabulary.schemata())
                .allSatisfy(schema -> assertThat(policy.of(schema.name())).isNotEqualTo(Rule.UNLISTED));
    }

    @Test
    void theCountsAreKnown() {
        Map<Openness, Integer> schemata = new EnumMap<>(Openness.class);
        Map<Openness, Integer> pairs = new EnumMap<>(Openness.class);
        for (Schema schema : vocabulary.schemata()) {
            schemata.merge(policy.of(schema.name()).openness(), 1, Integer::sum);
            schema.properties()
                    .keySet()
                    .forEach(property ->
                            pairs.merge(policy.of(schema.name(), property).openness(), 1, Integer::sum));
        }

        System.out.println("vocabulary policy: schemata " + schemata + ", properties on schemata " + pairs);
        assertThat(schemata)
                .containsEntry(Openness.OPEN, 57)
                .containsEntry(Openness.MARKED, 6)
                .containsEntry(Openness.REFUSED, 7);
    }

    private List<Boolean> exits(String schema, String property) {
        return List.of(
                policy.mayIndex(schema, property),
                policy.mayFacet(schema, property),
                policy.maySuggest(schema, property),
                policy.mayMatch(schema, property),
                policy.mayMapByDefault(schema, property),
                policy.mayExportInBulk(schema, property),
                policy.mayBeGraphKey(schema, property));
    }
}
