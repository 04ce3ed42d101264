package org.plumbline.cases.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plumbline.kernel.CaseId;

/** The case that a request names in a header, since its address can't: the beginning of an upload (tus 1.0.0). */
final class NamedCase {
    private static final String BEGINNING = "/api/v1/uploads";
    private static final String METADATA = "Upload-Metadata";
    private static final Pattern CASE = Pattern.compile("(?:^|,)\\s*case\\s+([A-Za-z0-9+/=]{1,60})\\s*(?:,|$)");

    private NamedCase() {}

    static Optional<CaseId> of(HttpServletRequest request) {
        @Nullable String metadata = request.getHeader(METADATA);
        if (metadata == null || !BEGINNING.equals(request.getRequestURI())) {
            return Optional.empty();
        }
        Matcher found = CASE.matcher(metadata);
        return found.find() ? caseId(found.group(1)) : Optional.empty();
    }

    private static Optional<CaseId> caseId(String base64) {
        try {
            String text = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
            return Optional.of(new CaseId(UUID.fromString(text.strip())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
