/**
 * Mentions: the places of a document's text that look like a name, a number, an amount or a day. Plain rules find them,
 * with check digits wherever there are some; they are suggestions, and nothing is stated until a person states it.
 * {@link org.plumbline.documents.mentions.Mentions} is the door, {@link org.plumbline.documents.mentions.KnownNames}
 * the port through which a later stage says which names the case knows.
 */
@NamedInterface("mentions")
@NullMarked
package org.plumbline.documents.mentions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
