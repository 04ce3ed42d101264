package org.plumbline.identity.ways;

/**
 * A secret offered to a person's app; it counts once a code made with it has been given.
 *
 * @param text the secret in Base32, as apps take it
 * @param uri the same as an address that apps read
 * @param sealed what the form carries: the secret encrypted, for this member and half an hour
 */
public record CodeOffer(String text, String uri, String sealed) {
    @Override
    public String toString() {
        return "secret";
    }
}
