package org.plumbline.documents.mentions;

import java.util.Optional;
import java.util.Set;

/** Contact data of persons in a few typed words: what the vocabulary policy marks and the rules here recognise. */
public final class ContactData {
    private static final Set<MentionKind> MARKED = Set.of(MentionKind.EMAIL, MentionKind.PHONE);

    private ContactData() {}

    /** The first e-mail address or telephone number in it. */
    public static Optional<String> in(String typed) {
        String plain = typed.replaceAll("[\"“”„():~]", " ");
        return Finders.find(plain, "", () -> true).mentions().stream()
                .filter(mention -> MARKED.contains(mention.kind()))
                .findFirst()
                .map(mention -> plain.substring(mention.start(), mention.end()));
    }
}
