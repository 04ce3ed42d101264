package org.plumbline.kernel;

import java.util.Collection;
import java.util.Map;

/** Port: a module says how its own records are called and where they are read. Invisible records are left out. */
public interface RefResolver {
    /** The kinds this resolver answers for. */
    java.util.Set<String> kinds();

    /** Title and link of each record the acting person may see; others are absent from the answer. */
    Map<Ref, Named> resolve(Collection<Ref> refs);

    /**
     * @param title what a person calls the record
     * @param href the page that shows it, a path beginning with a slash
     */
    record Named(String title, String href) {}
}
