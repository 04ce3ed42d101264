package org.plumbline.kernel;

/** What a member may be in an organisation. Administrators and overseers have no content. */
public enum Role {
    INVESTIGATOR,
    SUPERVISOR,
    EVIDENCE_CUSTODIAN,
    IDENTITY_CUSTODIAN,
    OVERSEER,
    ADMINISTRATOR;

    /** Whether it opens content, reveals who a source is or reads the trail: one person alone never gives it. */
    public boolean sensitive() {
        return switch (this) {
            case INVESTIGATOR, IDENTITY_CUSTODIAN, OVERSEER -> true;
            case SUPERVISOR, EVIDENCE_CUSTODIAN, ADMINISTRATOR -> false;
        };
    }

    /** The form used in records, commands and message keys, such as {@code evidence-custodian}. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** The role of a code; an unknown code is an {@link IllegalArgumentException} that lists the known ones. */
    public static Role ofCode(String code) {
        for (Role role : values()) {
            if (role.code().equals(code)) {
                return role;
            }
        }
        throw new IllegalArgumentException("Role \"" + code + "\" is not known; known: "
                + java.util.Arrays.stream(values()).map(Role::code).toList());
    }
}
