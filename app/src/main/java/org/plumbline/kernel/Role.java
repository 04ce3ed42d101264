package org.plumbline.kernel;

/** What a member may be in an organisation. Administrators and overseers have no content. */
public enum Role {
    INVESTIGATOR,
    SUPERVISOR,
    EVIDENCE_CUSTODIAN,
    IDENTITY_CUSTODIAN,
    OVERSEER,
    ADMINISTRATOR;

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
