package org.plumbline.custody.acts;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.plumbline.custody.Exhibit;
import org.plumbline.engine.evidence.custody.Chain;
import org.plumbline.engine.evidence.custody.Deed;
import org.plumbline.engine.evidence.custody.Person;

/**
 * What the server knows when it puts an act together.
 *
 * @param found the digest of the content, computed just now; absent for a thing, and for acts that need none
 * @param person a colleague who works in the case
 * @param places where exhibits can be put
 * @param exhibit an exhibit of the case by its identifier
 * @param coded an exhibit of the case by its number or by the code of its tag
 * @param given what was given into this exhibit and not taken in yet
 * @param newId an identifier for a new exhibit
 */
record Known(
        Chain chain,
        List<RecordedAct> acts,
        Optional<String> found,
        Function<UUID, Optional<Person>> person,
        KnownPlaces places,
        Function<UUID, Optional<Exhibit>> exhibit,
        Function<String, Optional<Exhibit>> coded,
        List<Deed.Source> given,
        Supplier<UUID> newId,
        Instant now,
        ZoneId zone) {}
