package org.plumbline.documents.mentions.web;

import java.util.Arrays;
import java.util.List;
import org.plumbline.cases.web.CaseHeader;
import org.plumbline.documents.mentions.Mention;
import org.plumbline.documents.mentions.MentionKind;
import org.plumbline.documents.mentions.Mentions;
import org.plumbline.site.Texts;

/** The mentions of one document by their kind, in the order of its text. */
public record MentionsPage(CaseHeader header, Mentions.Reading reading) {
    /** Most places of one kind that the panel lists; the others are in the text all the same. */
    public static final int SHOWN = 100;

    /** The mentions of one kind. */
    public record Group(MentionKind kind, List<Mention> mentions) {
        public Group {
            mentions = List.copyOf(mentions);
        }

        public List<Mention> shown() {
            return mentions.subList(0, Math.min(SHOWN, mentions.size()));
        }

        public int hidden() {
            return mentions.size() - shown().size();
        }
    }

    public List<Group> groups() {
        return Arrays.stream(MentionKind.values())
                .map(kind -> new Group(
                        kind,
                        reading.mentions().stream()
                                .filter(m -> m.kind() == kind)
                                .toList()))
                .filter(group -> !group.mentions().isEmpty())
                .toList();
    }

    public String document() {
        return header.href() + "/documents/" + reading.document().id();
    }

    /** The document's page at a mention. */
    public String place(Mention mention) {
        return document() + "?at=" + mention.start();
    }

    /** The form for a statement that rests on a mention; what stands there is read from the document again. */
    public String statement(Mention mention) {
        return document() + "/statement?at=" + mention.start() + "&length=" + (mention.end() - mention.start());
    }

    /** Why it is suggested, and how sure that is. */
    public static String why(Mention mention, Texts texts) {
        return texts.say(
                "mentions.why",
                "ground",
                texts.say("mentions.ground." + mention.ground().code()),
                "percent",
                Math.round(mention.confidence() * 100));
    }
}
