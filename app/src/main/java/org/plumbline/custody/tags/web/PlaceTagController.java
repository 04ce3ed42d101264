package org.plumbline.custody.tags.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.plumbline.cases.web.Resubmission;
import org.plumbline.custody.tags.Tag;
import org.plumbline.custody.tags.Tagged;
import org.plumbline.custody.tags.Tags;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Refused;
import org.plumbline.kernel.Role;
import org.plumbline.site.Form;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** Sheets of tags of storage places. */
@Controller
@RequestMapping("/storage-places/{placeId}/tags")
class PlaceTagController {
    private final Tags tags;
    private final TagPictures pictures;
    private final Resubmission resubmission;

    PlaceTagController(Tags tags, TagPictures pictures, Resubmission resubmission) {
        this.tags = tags;
        this.pictures = pictures;
        this.resubmission = resubmission;
    }

    @GetMapping
    ModelAndView sheet(
            @PathVariable UUID placeId,
            @RequestParam(defaultValue = "false") boolean below,
            @RequestParam(defaultValue = "") String sheet,
            @RequestParam(defaultValue = "") String skip,
            HttpServletRequest request) {
        var chosen = tags.ofPlaces(placeId, below);
        try {
            TagInput input = TagInput.of(sheet, skip);
            return page(
                    input,
                    chosen,
                    Form.of(Map.of(
                            "below", below ? "true" : "", "sheet", input.sheet().code(), "skip", skip)));
        } catch (Refused refused) {
            return resubmission.of(refused, request, form -> page(TagInput.usual(), chosen, form));
        }
    }

    @PostMapping
    ModelAndView make(
            @PathVariable UUID placeId,
            @RequestParam(defaultValue = "false") boolean below,
            @RequestParam(defaultValue = "") String sheet,
            @RequestParam(defaultValue = "") String skip) {
        tags.makeForPlaces(placeId, below);
        return new ModelAndView("redirect:"
                + UriComponentsBuilder.fromPath("/storage-places/" + placeId + "/tags")
                        .queryParam("below", below)
                        .queryParam("sheet", sheet)
                        .queryParam("skip", skip.strip())
                        .encode()
                        .toUriString());
    }

    private ModelAndView page(TagInput input, List<Tag<Tagged.OfPlace>> chosen, Form form) {
        var place = chosen.getFirst().on().place();
        int missing = (int) chosen.stream().filter(tag -> tag.code().isEmpty()).count();
        var sheet = new TagSheet(
                "/storage-places/" + place.id() + "/tags",
                input.sheet(),
                input.skip(),
                pictures.places(chosen),
                missing,
                Acting.require().is(Role.EVIDENCE_CUSTODIAN),
                form);
        return new ModelAndView("tags/places", Map.of("page", new PlaceTagsPage(place, sheet)));
    }
}
