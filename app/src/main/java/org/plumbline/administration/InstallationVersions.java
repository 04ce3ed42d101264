package org.plumbline.administration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.plumbline.watching.Build;
import org.plumbline.watching.PartVersion;
import org.plumbline.watching.Versioned;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Which versions run in this installation, and under which licences, for administrators. */
@Service
@Application
public class InstallationVersions {
    /** Names the program itself where a part is asked for. */
    public static final String OWN = "plumbline";

    private static final Action READ = new Action("administration.read-versions", Right.ADMINISTER);
    private static final String OWN_TEXTS = "/META-INF/plumbline/";

    private final Acts acts;
    private final ObjectProvider<Versioned> modules;
    private final ShippedParts shipped;

    InstallationVersions(Acts acts, ObjectProvider<Versioned> modules, ShippedParts shipped) {
        this.acts = acts;
        this.modules = modules;
        this.shipped = shipped;
    }

    /**
     * What runs.
     *
     * @param parts programs and formats, by module
     * @param ownTexts names of the program's own licence and notice; none where it was not packaged
     */
    public record Known(Build build, List<PartVersion> parts, List<String> ownTexts) {}

    /**
     * Libraries.
     *
     * @param found those asked for, by name
     * @param all how many there are; none where this program was not packaged
     */
    public record Libraries(List<ShippedPart> found, int all) {}

    /** The program, what it works with, and the forms it writes. */
    public Known list() {
        return acts.consult(
                READ,
                Scope.organisation(),
                () -> Noted.of(new Known(
                        Build.running(),
                        modules.orderedStream()
                                .flatMap(module -> module.versions().stream())
                                .toList(),
                        ownTexts())));
    }

    /**
     * The libraries that are shipped.
     *
     * @param letters only those with these in name or licence; all for none
     */
    public Libraries libraries(String letters) {
        return acts.consult(
                READ,
                Scope.organisation(),
                () -> Noted.of(new Libraries(
                        shipped.all().stream()
                                .filter(part -> part.holds(letters))
                                .toList(),
                        shipped.all().size())));
    }

    /**
     * A licence or notice text.
     *
     * @param part {@link #OWN}, or a library by its {@link ShippedPart#id()}
     * @param name one of its texts
     */
    public String text(String part, String name) {
        return acts.consult(READ, Scope.organisation(), () -> {
            Optional<String> found = part.equals(OWN)
                    ? ownTexts().stream().filter(name::equals).findFirst().map(InstallationVersions::own)
                    : shipped.text(part, name);
            return Noted.of(found.orElseThrow(Refusal.absent()::asException));
        });
    }

    private static List<String> ownTexts() {
        return List.of("LICENSE", "NOTICE").stream()
                .filter(name -> InstallationVersions.class.getResource(OWN_TEXTS + name) != null)
                .toList();
    }

    private static String own(String name) {
        try (InputStream in = InstallationVersions.class.getResourceAsStream(OWN_TEXTS + name)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
