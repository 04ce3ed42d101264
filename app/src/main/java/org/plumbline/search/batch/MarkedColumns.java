package org.plumbline.search.batch;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.plumbline.engine.model.Openness;
import org.plumbline.engine.model.Policy;
import org.plumbline.engine.model.Schema;
import org.plumbline.engine.model.Vocabulary;
import org.springframework.stereotype.Component;

/** Columns that the vocabulary policy marks or refuses for persons, by the names people give them. */
@Component
class MarkedColumns {
    /** What columns are called that the model calls otherwise. */
    private static final List<String> CALLED = List.of(
            "mail",
            "telephone",
            "telephone number",
            "phone number",
            "tel",
            "mobile",
            "mobile number",
            "cell",
            "e-mail",
            "email address",
            "e-mail address",
            "home address",
            "residence",
            "id number",
            "identity number",
            "national id",
            "passport",
            "passport no",
            "passport number",
            "ssn",
            "social security number",
            "tax number",
            "place of birth",
            "citizen of",
            "race",
            "ethnic group",
            "faith",
            "sexual orientation",
            "health",
            "union",
            "party membership");

    private final Set<String> names = new HashSet<>();

    MarkedColumns(Vocabulary vocabulary, Policy policy) {
        add(vocabulary.require("Person"), policy);
        CALLED.forEach(name -> names.add(plain(name)));
    }

    private void add(Schema schema, Policy policy) {
        schema.properties().forEach((name, property) -> {
            if (policy.of(schema.name(), name).openness() != Openness.OPEN && !property.stub()) {
                names.add(plain(name));
                names.add(plain(property.label()));
            }
        });
    }

    /** The first of these columns that is marked. */
    Optional<String> in(List<String> columns) {
        return columns.stream().filter(name -> names.contains(plain(name))).findFirst();
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
