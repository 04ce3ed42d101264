/**
 * Search over what a person may see: the door {@link org.plumbline.search.Search}, the feed that keeps the index in
 * step with the records, and the port {@link org.plumbline.search.Searchable} through which modules put their records
 * in.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "watching",
            "jobs",
            "identity",
            "access",
            "audit",
            "site",
            "site :: web",
            "cases",
            "cases :: erasure",
            "cases :: web",
            "documents",
            "documents :: extract",
            "documents :: mentions"
        })
@NullMarked
package org.plumbline.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
