package org.plumbline.custody.tags.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.plumbline.custody.tags.Tag;
import org.plumbline.custody.tags.TagCode;
import org.plumbline.custody.tags.Tagged;
import org.plumbline.identity.ways.SiteAddress;
import org.plumbline.site.web.QrCode;
import org.springframework.stereotype.Component;

/** Draws tags, each with the short address of this installation that leads to what it is stuck on. */
@Component
class TagPictures {
    private final SiteAddress address;

    TagPictures(SiteAddress address) {
        this.address = address;
    }

    /** The short address of a code. */
    String address(TagCode code) {
        return address.origin() + "/x/" + code.text();
    }

    /** Those that have a tag, drawn. */
    List<PrintedTag> exhibits(List<Tag<Tagged.OfExhibit>> tags, String caseNumber) {
        return tags.stream()
                .flatMap(tag -> drawn(tag.code(), tag.on().reference(), caseNumber))
                .toList();
    }

    /** Those that have a tag, drawn. */
    List<PrintedTag> places(List<Tag<Tagged.OfPlace>> tags) {
        return tags.stream()
                .flatMap(tag -> drawn(
                        tag.code(), tag.on().place().code(), tag.on().place().name()))
                .toList();
    }

    private Stream<PrintedTag> drawn(Optional<TagCode> code, String number, String line) {
        return code.stream()
                .map(known -> new PrintedTag(QrCode.onPaper(address(known)), known.inGroups(), number, line));
    }
}
