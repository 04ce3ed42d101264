package org.plumbline.custody.places.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.plumbline.cases.web.Resubmission;
import org.plumbline.custody.places.PlaceFile;
import org.plumbline.custody.places.PlaceTree;
import org.plumbline.custody.places.StoragePlaces;
import org.plumbline.identity.Members;
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

/** Pages of storage places: for every member to read, for evidence custodians to keep. */
@Controller
@RequestMapping("/storage-places")
class StoragePlaceController {
    private final StoragePlaces places;
    private final Members members;
    private final Resubmission resubmission;

    StoragePlaceController(StoragePlaces places, Members members, Resubmission resubmission) {
        this.places = places;
        this.members = members;
        this.resubmission = resubmission;
    }

    @GetMapping
    ModelAndView list() {
        return all(Form.empty());
    }

    @PostMapping
    ModelAndView make(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String parent,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        try {
            places.make(code, kind, name, PlaceInput.parent(parent), reason);
            return new ModelAndView("redirect:/storage-places");
        } catch (Refused refused) {
            return resubmission.of(refused, request, this::all);
        }
    }

    @GetMapping("/{placeId}")
    ModelAndView read(@PathVariable UUID placeId) {
        PlaceFile file = places.read(placeId);
        return one(file, PlacePage.form(file.place()), Form.empty());
    }

    @PostMapping("/{placeId}")
    ModelAndView change(
            @PathVariable UUID placeId,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String parent,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        try {
            places.change(placeId, version, name, PlaceInput.parent(parent), reason);
            return new ModelAndView("redirect:/storage-places/" + placeId);
        } catch (Refused refused) {
            return resubmission.of(refused, request, form -> one(places.read(placeId), form, Form.empty()));
        }
    }

    @PostMapping("/{placeId}/close")
    ModelAndView close(
            @PathVariable UUID placeId, @RequestParam(defaultValue = "") String reason, HttpServletRequest request) {
        try {
            places.close(placeId, reason);
            return new ModelAndView("redirect:/storage-places");
        } catch (Refused refused) {
            return resubmission.of(refused, request, form -> {
                PlaceFile file = places.read(placeId);
                return one(file, PlacePage.form(file.place()), form);
            });
        }
    }

    private ModelAndView all(Form form) {
        PlaceTree tree = places.list();
        var closers = tree.closed().stream()
                .flatMap(place -> place.closed().flatMap(step -> step.by()).stream())
                .distinct()
                .toList();
        return new ModelAndView(
                "places/places", Map.of("page", new PlacesPage(tree, keeps(), form, members.names(closers))));
    }

    private ModelAndView one(PlaceFile file, Form form, Form closing) {
        var names = members.names(PlacePage.people(file));
        return new ModelAndView("places/place", Map.of("page", new PlacePage(file, keeps(), form, closing, names)));
    }

    private static boolean keeps() {
        return Acting.require().is(Role.EVIDENCE_CUSTODIAN);
    }
}
