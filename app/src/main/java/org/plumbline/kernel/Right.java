package org.plumbline.kernel;

/** What an action needs; the policy in {@code access} says who has it, on which label, for which purpose. */
public enum Right {
    /** Read content of a case. */
    READ,
    /** Add to or change a case. */
    WRITE,
    /** Decide on a case: team, authority, sign-off. */
    SUPERVISE,
    /** Handle exhibits of a case. */
    HANDLE_EXHIBITS,
    /** Open a case in the own organisation. */
    OPEN_CASE,
    /** Read the trail and figures of the own organisation, no content. */
    OVERSEE,
    /** Run the system and its members, no content. */
    ADMINISTER,
    /** Confirm or decline, as the second person, what an administrator asked for; no content. */
    CONFIRM,
    /** Read shared registers and other records that every member of the organisation may see. */
    MEMBER,
    /** Concerns the acting person only. */
    SELF
}
