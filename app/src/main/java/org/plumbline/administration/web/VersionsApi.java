package org.plumbline.administration.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.plumbline.administration.InstallationVersions;
import org.plumbline.administration.ShippedPart;
import org.plumbline.cases.web.Listing;
import org.plumbline.watching.PartVersion;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What runs in this installation over the API, and the libraries with their licences. */
@RestController
@Tag(name = "Installation")
class VersionsApi {
    private final InstallationVersions versions;

    VersionsApi(InstallationVersions versions) {
        this.versions = versions;
    }

    /** A program or format; its version is empty where it is not there. */
    record PartJson(String part, String version) {
        static PartJson of(PartVersion one) {
            return new PartJson(one.part(), one.version());
        }
    }

    /**
     * What runs.
     *
     * @param version of the program; empty where it runs from its classes
     * @param commit of which it was built; empty where that is not known
     */
    record VersionsJson(String version, String commit, List<PartJson> parts) {}

    /** A library that is shipped; {@code browser} tells that it runs in people's browsers. */
    record LibraryJson(
            String group, String name, String version, List<String> licences, boolean browser, List<String> texts) {
        static LibraryJson of(ShippedPart part) {
            return new LibraryJson(
                    part.group(), part.name(), part.version(), part.licences(), part.inBrowser(), part.texts());
        }
    }

    @GetMapping("/api/v1/admin/versions")
    @Operation(summary = "Version and commit of the program, and of what it works with and writes")
    VersionsJson list() {
        InstallationVersions.Known known = versions.list();
        return new VersionsJson(
                known.build().version(),
                known.build().commit(),
                known.parts().stream().map(PartJson::of).toList());
    }

    @GetMapping("/api/v1/admin/versions/libraries")
    @Operation(summary = "The libraries that are shipped, with version and licence; q narrows by name or licence")
    Listing<LibraryJson> libraries(@RequestParam(defaultValue = "") String q) {
        return Listing.whole(versions.libraries(q).found(), LibraryJson::of);
    }

    @GetMapping(path = "/api/v1/admin/versions/text", produces = "text/plain")
    @Operation(summary = "A licence or notice text that a library brings: part is group:name, name one of its texts")
    ResponseEntity<String> text(
            @RequestParam(defaultValue = "") String part, @RequestParam(defaultValue = "") String name) {
        return VersionsController.plain(versions.text(part, name));
    }
}
