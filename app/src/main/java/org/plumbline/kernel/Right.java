package org.plumbline.kernel;

/** What an action needs; the policy in {@code access} says who has it, on which label, for which purpose. */
public enum Right {
    /** Enter a case: say for which purpose, before anything of it is shown. */
    ENTER,
    /** Read content of a case. */
    READ,
    /** Take content of a case out of Plumbline as a file. */
    EXPORT,
    /** Add to or change a case. */
    WRITE,
    /** Decide on a case: team, authority, sign-off. */
    SUPERVISE,
    /** Decide who belongs to a compartment, from inside it. */
    ADMIT,
    /** Erase what the law says must go; never while a hold is in force. */
    ERASE,
    /** Handle exhibits of a case; outside any case, keep the storage places of the own organisation. */
    HANDLE_EXHIBITS,
    /** Open a case of the own organisation in an emergency, for a while, with others told. */
    BREAK_GLASS,
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
