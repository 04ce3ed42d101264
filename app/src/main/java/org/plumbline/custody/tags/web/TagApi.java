package org.plumbline.custody.tags.web;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.cases.web.Listing;
import org.plumbline.custody.tags.Tag;
import org.plumbline.custody.tags.TagCode;
import org.plumbline.custody.tags.Tagged;
import org.plumbline.custody.tags.Tags;
import org.plumbline.kernel.CaseId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tags over the API. */
@RestController
@RequestMapping("/api/v1")
@io.swagger.v3.oas.annotations.tags.Tag(name = "Tags")
class TagApi {
    private final Tags tags;
    private final TagPictures pictures;

    TagApi(Tags tags, TagPictures pictures) {
        this.tags = tags;
        this.pictures = pictures;
    }

    /** A tag, or a thing that has none yet; the address is what its QR code says. */
    record TagJson(
            String kind,
            UUID id,
            @Nullable UUID caseId,
            String number,
            @Nullable String code,
            @Nullable String address) {}

    /** Exhibits from one number to another, as people write them; without numbers all of the case. */
    record Chosen(@Nullable String from, @Nullable String to) {}

    /** Whether the open places in a place are meant too. */
    record WithBelow(@Nullable Boolean below) {}

    @GetMapping("/tags/{tag}")
    @Operation(summary = "What a tag is stuck on, by its code or address; a mistyped code is told from an unknown one")
    TagJson find(@PathVariable String tag) {
        return json(tags.find(tag));
    }

    @GetMapping("/cases/{caseId}/exhibits/tags")
    @Operation(summary = "Exhibits with their tags, by number; at most 500")
    Listing<TagJson> exhibits(
            @PathVariable UUID caseId,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to) {
        return listed(tags.ofExhibits(new CaseId(caseId), from, to));
    }

    @PostMapping("/cases/{caseId}/exhibits/tags")
    @Operation(summary = "Make tags for those of these exhibits that have none; a tag once made stays")
    Listing<TagJson> makeForExhibits(@PathVariable UUID caseId, @RequestBody Chosen body) {
        String from = body.from();
        String to = body.to();
        return listed(tags.makeForExhibits(new CaseId(caseId), from == null ? "" : from, to == null ? "" : to));
    }

    @GetMapping("/storage-places/{placeId}/tags")
    @Operation(summary = "A storage place, and on request those in it, with their tags")
    Listing<TagJson> places(@PathVariable UUID placeId, @RequestParam(defaultValue = "false") boolean below) {
        return listed(tags.ofPlaces(placeId, below));
    }

    @PostMapping("/storage-places/{placeId}/tags")
    @Operation(summary = "Make tags for those of these storage places that have none")
    Listing<TagJson> makeForPlaces(@PathVariable UUID placeId, @RequestBody WithBelow body) {
        return listed(tags.makeForPlaces(placeId, Boolean.TRUE.equals(body.below())));
    }

    private <T extends Tagged> Listing<TagJson> listed(List<Tag<T>> all) {
        return Listing.whole(all, this::json);
    }

    private TagJson json(Tag<? extends Tagged> tag) {
        String code = tag.code().map(TagCode::inGroups).orElse(null);
        String address = tag.code().map(pictures::address).orElse(null);
        return switch (tag.on()) {
            case Tagged.OfExhibit on ->
                new TagJson("exhibit", on.id(), on.caseId().value(), on.reference(), code, address);
            case Tagged.OfPlace on ->
                new TagJson("storage-place", on.place().id(), null, on.place().code(), code, address);
        };
    }
}
