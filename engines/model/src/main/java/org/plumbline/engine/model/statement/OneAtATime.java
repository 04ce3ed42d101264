package org.plumbline.engine.model.statement;

import java.util.Set;
import org.plumbline.engine.model.Property;

/** The properties that by nature hold one value at a time, so that two different ones contradict each other. */
final class OneAtATime {
    // Names and aliases, addresses, countries and contact data are left out: having several is ordinary. Registration
    // numbers are left out too: one company may stand in several registers.
    private static final Set<String> PROPERTIES = Set.of(
            // a sum, and the same sum in another currency
            "Value:amount",
            "Value:amountEur",
            "Value:amountUsd",
            "Value:currency",
            // the beginning and end of one thing
            "Interval:startDate",
            "Interval:endDate",
            "LegalEntity:incorporationDate",
            "LegalEntity:dissolutionDate",
            "Contract:contractDate",
            "CourtCase:fileDate",
            "CourtCase:closeDate",
            "BankAccount:openingDate",
            "BankAccount:closingDate",
            "Security:issueDate",
            "Security:maturityDate",
            "Vehicle:buildDate",
            "Vehicle:registrationDate",
            "Vehicle:deregistrationDate",
            // a person is born and dies once
            "Person:birthDate",
            "Person:deathDate",
            "Passport:birthDate",
            // the law under which a legal person exists, and numbers issued once to one legal person or thing
            "LegalEntity:jurisdiction",
            "Company:jurisdiction",
            "LegalEntity:leiCode",
            "LegalEntity:legalForm",
            "Security:isin",
            "Vessel:imoNumber",
            "Vessel:flag",
            "BankAccount:iban",
            // a share of one holding
            "Ownership:percentage",
            "Ownership:sharesCount",
            "Ownership:sharesValue");

    private OneAtATime() {}

    static boolean holdsFor(Property property) {
        return PROPERTIES.contains(property.qualifiedName());
    }
}
