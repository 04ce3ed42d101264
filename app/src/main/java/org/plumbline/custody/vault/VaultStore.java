package org.plumbline.custody.vault;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.plumbline.kernel.CaseId;

/**
 * Where objects lie, whole or not at all. It knows nothing of what is in them; every implementation holds the same
 * contract.
 */
interface VaultStore {
    /**
     * Takes a finished file over under a name; outlasts a power cut when this returns. What is there under the name
     * already stays as it is, and the file is deleted.
     */
    void put(ObjectName name, Path finished) throws IOException;

    /** Opens an object to be read; absent when there is none. */
    Optional<StoredObject> open(ObjectName name) throws IOException;

    boolean exists(ObjectName name);

    /** Deletes an object for good; does nothing when there is none. */
    void delete(ObjectName name) throws IOException;

    /** Deletes whatever there is of a case. */
    void erase(CaseId caseId) throws IOException;

    /** The cases that have objects. */
    List<CaseId> cases() throws IOException;

    /** The objects of a case, in the order of their names. */
    List<ObjectName> list(CaseId caseId) throws IOException;
}
