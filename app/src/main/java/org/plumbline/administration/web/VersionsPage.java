package org.plumbline.administration.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.plumbline.administration.InstallationVersions;
import org.plumbline.administration.ShippedPart;
import org.plumbline.site.Texts;

/**
 * What runs in this installation and what it is made of.
 *
 * @param words what libraries were asked for by; empty for all
 */
public record VersionsPage(InstallationVersions.Known known, InstallationVersions.Libraries libraries, String words) {
    /** The version of the program, or that it has none. */
    public String version(Texts texts) {
        return known.build().version().isEmpty()
                ? texts.say("versions.from-classes")
                : known.build().version();
    }

    /** Where the program's own text is read. */
    public String ownText(String name) {
        return address(InstallationVersions.OWN, name);
    }

    /** Where a library's text is read. */
    public String text(ShippedPart part, String name) {
        return address(part.id(), name);
    }

    /** A text's name without its folders. */
    public String shortName(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** The licences among which one may choose. */
    public String licences(ShippedPart part, Texts texts) {
        List<String> all = part.licences();
        return all.isEmpty() ? texts.say("versions.no-licence") : String.join(", ", all);
    }

    private static String address(String part, String name) {
        return "/admin/versions/text?part=" + encoded(part) + "&name=" + encoded(name);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
