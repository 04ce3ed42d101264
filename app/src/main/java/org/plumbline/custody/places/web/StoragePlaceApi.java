package org.plumbline.custody.places.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.cases.web.IfMatch;
import org.plumbline.cases.web.Listing;
import org.plumbline.custody.places.Place;
import org.plumbline.custody.places.PlaceFile;
import org.plumbline.custody.places.PlaceTree;
import org.plumbline.custody.places.StoragePlaces;
import org.plumbline.identity.Step;
import org.plumbline.kernel.MemberId;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The storage places of an organisation over the API. */
@RestController
@RequestMapping("/api/v1/storage-places")
@Tag(name = "Storage places")
class StoragePlaceApi {
    private final StoragePlaces places;

    StoragePlaceApi(StoragePlaces places) {
        this.places = places;
    }

    /** Who decided something, when and why. */
    record SaidJson(@Nullable UUID by, Instant at, String reason) {
        static SaidJson of(Step step) {
            return new SaidJson(step.by().map(MemberId::value).orElse(null), step.at(), step.reason());
        }
    }

    /** A storage place; the path names what it stands in, the topmost first. */
    record PlaceJson(
            UUID id,
            String code,
            String kind,
            String name,
            String path,
            @Nullable UUID parent,
            int version,
            @Nullable SaidJson closed) {
        static PlaceJson of(Place place) {
            return new PlaceJson(
                    place.id(),
                    place.code(),
                    place.kind().code(),
                    place.name(),
                    place.path(),
                    place.parent().orElse(null),
                    place.version(),
                    place.closed().map(SaidJson::of).orElse(null));
        }
    }

    /** What a place was called and stood in from a version on. */
    record WordingJson(int version, String name, @Nullable UUID parent, SaidJson said) {
        static WordingJson of(PlaceFile.Wording wording) {
            return new WordingJson(
                    wording.version(), wording.name(), wording.parent().orElse(null), SaidJson.of(wording.said()));
        }
    }

    /** A storage place with its history, latest first. */
    record PlaceFileJson(
            UUID id,
            String code,
            String kind,
            String name,
            String path,
            @Nullable UUID parent,
            int version,
            @Nullable SaidJson closed,
            List<WordingJson> history) {
        static PlaceFileJson of(PlaceFile file) {
            PlaceJson place = PlaceJson.of(file.place());
            return new PlaceFileJson(
                    place.id(),
                    place.code(),
                    place.kind(),
                    place.name(),
                    place.path(),
                    place.parent(),
                    place.version(),
                    place.closed(),
                    file.wordings().stream().map(WordingJson::of).toList());
        }
    }

    /** A place to be; at the top without a parent. */
    record NewPlace(
            @Nullable String code,
            @Nullable String kind,
            @Nullable String name,
            @Nullable String parent,
            @Nullable String reason) {}

    /** Another name of a place, or another place it stands in. */
    record ChangedPlace(
            @Nullable String name,
            @Nullable String parent,
            @Nullable String reason) {}

    /** Why a place is closed. */
    record ClosedPlace(@Nullable String reason) {}

    @GetMapping
    @Operation(summary = "Storage places, those above before those in them, then the closed ones")
    Listing<PlaceJson> list() {
        PlaceTree tree = places.list();
        var all = new ArrayList<>(tree.inOrder());
        all.addAll(tree.closed());
        return Listing.whole(all, PlaceJson::of);
    }

    @PostMapping
    @Operation(summary = "Make a storage place; its code is never used again")
    ResponseEntity<PlaceFileJson> make(@RequestBody NewPlace body) {
        Place made = places.make(
                PlaceInput.text(body.code()),
                PlaceInput.text(body.kind()),
                PlaceInput.text(body.name()),
                PlaceInput.parent(body.parent()),
                PlaceInput.text(body.reason()));
        return tagged(HttpStatus.CREATED, places.read(made.id()));
    }

    @GetMapping("/{placeId}")
    @Operation(summary = "A storage place with its history")
    ResponseEntity<PlaceFileJson> read(@PathVariable UUID placeId) {
        return tagged(HttpStatus.OK, places.read(placeId));
    }

    @PatchMapping("/{placeId}")
    @Operation(summary = "Rename or move a storage place; a name left out stays, an empty parent moves it to the top")
    ResponseEntity<PlaceFileJson> change(
            @PathVariable UUID placeId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody ChangedPlace body) {
        Place now = places.read(placeId).place();
        String name = body.name();
        String parent = body.parent();
        Optional<UUID> within = parent == null ? now.parent() : PlaceInput.parent(parent);
        return tagged(
                HttpStatus.OK,
                places.change(
                        placeId,
                        IfMatch.version(ifMatch),
                        name == null ? now.name() : name,
                        within,
                        PlaceInput.text(body.reason())));
    }

    @PostMapping("/{placeId}/close")
    @Operation(summary = "Close a storage place for good; refused while an open place stands in it")
    ResponseEntity<PlaceFileJson> close(@PathVariable UUID placeId, @RequestBody ClosedPlace body) {
        return tagged(HttpStatus.OK, places.close(placeId, PlaceInput.text(body.reason())));
    }

    private static ResponseEntity<PlaceFileJson> tagged(HttpStatus status, PlaceFile file) {
        return IfMatch.tagged(status, PlaceFileJson.of(file), file.place().version());
    }
}
