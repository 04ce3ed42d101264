package org.plumbline.documents.extract.worker;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.metadata.Message;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.Property;
import org.apache.tika.metadata.TikaCoreProperties;
import org.plumbline.documents.extract.MailHeaders;

/** The headers of a mail that Tika read: Outlook messages and their relatives. */
final class MessageFacts {
    private MessageFacts() {}

    static void take(Source source, Metadata found, Gathering into) {
        if (!source.type().equals("application/vnd.ms-outlook")) {
            return;
        }
        into.mail(new MailHeaders(
                people(found, Message.MESSAGE_FROM_NAME.getName(), Message.MESSAGE_FROM_EMAIL.getName()),
                people(found, Message.MESSAGE_TO, Message.MESSAGE_TO_EMAIL.getName()),
                people(found, Message.MESSAGE_CC, Message.MESSAGE_CC_EMAIL.getName()),
                people(found, Message.MESSAGE_BCC, Message.MESSAGE_BCC_EMAIL.getName()),
                first(found, TikaCoreProperties.SUBJECT, TikaCoreProperties.TITLE),
                first(found, TikaCoreProperties.CREATED, TikaCoreProperties.MODIFIED),
                raw(found, "Message-ID"),
                raw(found, "In-Reply-To"),
                List.of(raw(found, "References").split("\\s+", -1)).stream()
                        .filter(s -> !s.isEmpty())
                        .toList()));
    }

    private static List<String> people(Metadata found, String... keys) {
        Set<String> people = new LinkedHashSet<>();
        for (String key : keys) {
            Arrays.stream(found.getValues(key)).filter(s -> !s.isBlank()).forEach(people::add);
        }
        return List.copyOf(people);
    }

    private static String first(Metadata found, Property... keys) {
        return Arrays.stream(keys)
                .map(found::get)
                .filter(s -> s != null && !s.isBlank())
                .findFirst()
                .orElse("");
    }

    private static String raw(Metadata found, String header) {
        return Optional.ofNullable(found.get(Message.MESSAGE_RAW_HEADER_PREFIX + header))
                .orElse("");
    }
}
