package org.plumbline.documents.mentions;

/** Whether a few typed words have the form of a person's name, by the rules that find names in texts. */
public final class PersonNames {
    private PersonNames() {}

    /**
     * Whether the rules find a person in it: a form of address, initials or a patronymic beside a name. A plain name is
     * not told from that of a company.
     */
    public static boolean isOne(String typed) {
        return Finders.find(typed.strip(), "", () -> true).mentions().stream()
                .anyMatch(mention -> mention.kind() == MentionKind.PERSON);
    }
}
