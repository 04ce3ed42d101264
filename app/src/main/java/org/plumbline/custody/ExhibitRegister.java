package org.plumbline.custody;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.access.Access;
import org.plumbline.access.Stamps;
import org.plumbline.custody.vault.DamagedObject;
import org.plumbline.custody.vault.Vault;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Digest;
import org.plumbline.kernel.Ids;
import org.springframework.stereotype.Component;

/** The exhibits of cases for whoever records acts on them, inside the transaction of an act or a consultation. */
@Component
public class ExhibitRegister {
    private static final int CHUNK = 1 << 16;

    private final ExhibitTable table;
    private final Vault vault;
    private final Access access;
    private final Stamps stamps;
    private final Ids ids;

    ExhibitRegister(ExhibitTable table, Vault vault, Access access, Stamps stamps, Ids ids) {
        this.table = table;
        this.vault = vault;
        this.access = access;
        this.stamps = stamps;
        this.ids = ids;
    }

    /** An exhibit of the case that the acting person may see. */
    public Optional<Exhibit> find(CaseId caseId, UUID id) {
        return table.find(caseId, id);
    }

    /** The exhibit of the case with this running number, where the acting person may see it. */
    public Optional<Exhibit> numbered(CaseId caseId, int number) {
        return table.list(caseId, number - 1, 1).stream()
                .filter(exhibit -> exhibit.number() == number)
                .findFirst();
    }

    /** Exhibits that the acting person may see, in no order. */
    public List<Exhibit> all(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : table.all(ids);
    }

    /** A thing without content gets the next number of the case. */
    public Exhibit add(CaseId caseId, UUID id, String name, Origin origin, Lineage lineage) {
        var exhibit = new Exhibit(
                id,
                stamps.inCase(caseId),
                table.nextNumber(caseId, access.seriesOf(caseId)),
                name,
                "",
                origin,
                Optional.empty(),
                Optional.empty(),
                lineage);
        table.insert(exhibit);
        return exhibit;
    }

    /** The same with an identifier of its own. */
    public Exhibit add(CaseId caseId, String name, Origin origin, Lineage lineage) {
        return add(caseId, ids.next(), name, origin, lineage);
    }

    /**
     * The digest of the exhibit's bytes as they lie in the vault now; absent where they do not open, or there are none.
     */
    public Optional<Digest> hashed(CaseId caseId, Exhibit exhibit) {
        return exhibit.content().flatMap(content -> hash(caseId, content));
    }

    private Optional<Digest> hash(CaseId caseId, Content content) {
        MessageDigest sha256 = Digest.sha256();
        var chunk = new byte[CHUNK];
        try (InputStream in = vault.open(caseId, content.digest()).stream()) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                sha256.update(chunk, 0, read);
            }
        } catch (DamagedObject damaged) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The vault cannot be read", e);
        }
        return Optional.of(Digest.finish(sha256));
    }
}
