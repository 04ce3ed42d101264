package org.plumbline.custody.acts;

/** How a person signs an act. */
public sealed interface SignedWith {
    /** By a passkey: the browser's answer in the JSON form of W3C WebAuthn. */
    record Passkey(String answer) implements SignedWith {}

    /** By having shown who they are; the server says so. */
    record Attested() implements SignedWith {}
}
