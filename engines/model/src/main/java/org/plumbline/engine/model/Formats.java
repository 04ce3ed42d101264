package org.plumbline.engine.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.engine.model.value.IdentifierFormat;

/** Which properties hold identifiers whose form we check: as the model says, and a few it does not say it of. */
final class Formats {
    private static final Map<String, IdentifierFormat> BY_MODEL = Map.of(
            "lei", IdentifierFormat.LEI,
            "imo", IdentifierFormat.IMO,
            "bic", IdentifierFormat.BIC,
            "isin", IdentifierFormat.ISIN);
    private static final Map<String, IdentifierFormat> BY_PROPERTY = Map.of(
            "Security:isin", IdentifierFormat.ISIN,
            "Company:isinCode", IdentifierFormat.ISIN,
            "Vessel:imoNumber", IdentifierFormat.IMO,
            "BankAccount:bic", IdentifierFormat.BIC);

    private Formats() {}

    static @Nullable IdentifierFormat of(String qualifiedName, String modelFormat) {
        IdentifierFormat stated = BY_MODEL.get(modelFormat);
        return stated == null ? BY_PROPERTY.get(qualifiedName) : stated;
    }
}
