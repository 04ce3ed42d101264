package org.plumbline.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.documents.extract.MailHeaders;

/**
 * Somebody whom a mail names as its sender or as one it goes to.
 *
 * @param address in small letters; where none is stated, the name in small letters
 * @param name as stated; empty where only an address is
 */
public record MailParty(Role role, String address, String name) {
    private static final Pattern ADDRESS = Pattern.compile("<?([^\\s<>\"(),;:]+@[^\\s<>\"(),;:]+)>?\\s*$");
    private static final int LONGEST = 320; // RFC 5321, section 4.5.3.1: 64 before the sign, 255 after it

    /** In which header a mail names somebody. */
    public enum Role {
        FROM,
        TO,
        CC,
        BCC;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static List<MailParty> of(MailHeaders mail) {
        var parties = new ArrayList<MailParty>();
        mail.from().forEach(stated -> add(parties, Role.FROM, stated));
        mail.to().forEach(stated -> add(parties, Role.TO, stated));
        mail.cc().forEach(stated -> add(parties, Role.CC, stated));
        mail.bcc().forEach(stated -> add(parties, Role.BCC, stated));
        return List.copyOf(parties);
    }

    private static void add(List<MailParty> parties, Role role, String stated) {
        String plain = Plain.text(stated.strip());
        Matcher at = ADDRESS.matcher(plain);
        boolean found = at.find();
        String name = bare(found ? plain.substring(0, at.start()) : plain);
        String address = found ? at.group(1).toLowerCase(Locale.ROOT) : name.toLowerCase(Locale.ROOT);
        if (!address.isEmpty()) {
            parties.add(new MailParty(role, Plain.text(address, LONGEST), Plain.text(name, LONGEST)));
        }
    }

    private static String bare(String name) {
        return name.replaceAll("[\"<>;]", " ").replaceAll("\\s+", " ").strip();
    }

    /** What lists show: the name, else the address. */
    public String shown() {
        return name.isEmpty() ? address : name;
    }
}
