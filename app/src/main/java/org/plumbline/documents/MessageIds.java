package org.plumbline.documents;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.documents.extract.MailHeaders;
import org.plumbline.kernel.Digest;

/**
 * Identifiers of mails in one form (RFC 5322, section 3.6.4): without brackets and white space, the domain in small
 * letters. What is no identifier, such as words in an In-Reply-To of the old kind, gives none.
 */
final class MessageIds {
    private static final Pattern BRACKETED = Pattern.compile("<([^<>]+)>");
    private static final Pattern BARE = Pattern.compile("[^\\s<>@]+@[^\\s<>@]+");

    /** A longer one is known by its digest. */
    private static final int LONGEST = 500;

    private MessageIds() {}

    /** The identifier that a mail gives itself. */
    static Optional<String> of(String stated) {
        return all(stated).stream().findFirst();
    }

    /** The earlier mails that a mail names, in References first, each once; never the mail itself. */
    static List<String> parents(MailHeaders mail) {
        var parents = new LinkedHashSet<String>();
        mail.references().forEach(each -> parents.addAll(all(each)));
        parents.addAll(all(mail.inReplyTo()));
        of(mail.messageId()).ifPresent(parents::remove);
        return List.copyOf(parents);
    }

    private static List<String> all(String stated) {
        var found = new ArrayList<String>();
        Matcher bracketed = BRACKETED.matcher(stated);
        while (bracketed.find()) {
            normalised(bracketed.group(1)).ifPresent(found::add);
        }
        if (found.isEmpty() && BARE.matcher(stated.strip()).matches()) {
            normalised(stated).ifPresent(found::add);
        }
        return found;
    }

    private static Optional<String> normalised(String inside) {
        String plain = Plain.text(inside.replaceAll("\\s+", ""));
        int at = plain.lastIndexOf('@');
        String one =
                at < 0 ? plain : plain.substring(0, at) + plain.substring(at).toLowerCase(Locale.ROOT);
        if (one.length() > LONGEST) {
            return Optional.of(
                    "sha256:" + Digest.of(one.getBytes(StandardCharsets.UTF_8)).hex());
        }
        return Optional.of(one).filter(id -> !id.isEmpty());
    }
}
