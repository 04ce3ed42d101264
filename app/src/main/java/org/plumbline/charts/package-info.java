/**
 * Link charts: entities of one case and the sourced links between them, arranged by a person, saved with a version,
 * exported on the record. Depends on kernel, access, audit, site, cases and entities.
 */
@NullMarked
package org.plumbline.charts;

import org.jspecify.annotations.NullMarked;
