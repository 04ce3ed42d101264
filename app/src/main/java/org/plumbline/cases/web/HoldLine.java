package org.plumbline.cases.web;

import java.util.Optional;
import org.plumbline.access.Hold;
import org.plumbline.kernel.RefResolver;

/**
 * A hold as a page shows it.
 *
 * @param named the exhibit or subject; absent where it covers the whole case
 * @param mine whether the reader placed it, who therefore doesn't lift it
 */
public record HoldLine(Hold hold, Optional<RefResolver.Named> named, boolean mine) {}
