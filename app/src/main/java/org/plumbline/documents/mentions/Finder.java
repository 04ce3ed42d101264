package org.plumbline.documents.mentions;

/** A rule that finds mentions of some kinds: without memory, in time that grows with the text and not faster. */
interface Finder {
    String name();

    void find(Stretch stretch);
}
