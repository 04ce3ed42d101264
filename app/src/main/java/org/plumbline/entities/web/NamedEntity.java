package org.plumbline.entities.web;

import java.util.Optional;
import java.util.UUID;

/**
 * An entity wherever a page names it.
 *
 * @param caption what it is called
 * @param href its page
 * @param kind label of its kind
 * @param icon icon of its kind
 * @param role its role in the case, shown wherever it is named
 * @param roleMissing a person that has no role in the case yet
 */
public record NamedEntity(
        UUID id, String caption, String href, String kind, String icon, Optional<RoleWord> role, boolean roleMissing) {}
