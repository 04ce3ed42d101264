package org.plumbline.entities.web;

import java.util.Optional;

/**
 * One statement as a page shows it.
 *
 * @param href its own page, where it may be retracted
 * @param value as the reader sees it
 * @param entity the entity its value names
 * @param qualifier the source's own reservation; empty when it makes none
 * @param asOf the time for which it is said; empty when open
 * @param source the chip of its source
 * @param assessment whether somebody concluded it
 * @param sourceGrade letter; empty when not graded
 * @param informationGrade number; empty when not graded
 * @param property its property in words
 * @param by who recorded it
 * @param on when, in words
 * @param retraction why it no longer stands, by whom and when; absent while it stands
 */
public record Line(
        String href,
        String value,
        Optional<NamedEntity> entity,
        String qualifier,
        String asOf,
        Chip source,
        boolean assessment,
        String sourceGrade,
        String informationGrade,
        String property,
        String by,
        String on,
        Optional<String> retraction) {}
