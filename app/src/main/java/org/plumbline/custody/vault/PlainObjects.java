package org.plumbline.custody.vault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Digest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals the objects that versions before this one kept in the clear, each under its SHA-256. The plain file goes when
 * the sealed object lies checked in its place, so this may break off anywhere; a mark in the vault says that all is
 * done.
 */
final class PlainObjects {
    /** In the vault's folder; a backup takes it when it was there before the objects were. */
    static final String MARK = "sealed";

    private static final Logger LOG = LoggerFactory.getLogger(PlainObjects.class);
    private static final int SAY_EVERY = 1000;

    private final Path root;
    private final VaultStore store;
    private final Vault vault;
    private int done;
    private int damaged;

    PlainObjects(Path root, VaultStore store, Vault vault) {
        this.root = root;
        this.store = store;
        this.vault = vault;
    }

    /** Under which name content lay. */
    static ObjectName name(CaseId caseId, Digest digest) {
        return new ObjectName(caseId, digest.hex());
    }

    void sealAll() throws IOException {
        Path mark = root.resolve(MARK);
        if (Files.exists(mark)) {
            return;
        }
        for (CaseId caseId : store.cases()) {
            for (ObjectName object : store.list(caseId)) {
                if (!beginsAsObject(object) || digest(object).equals(object.name())) {
                    seal(object);
                }
            }
        }
        if (done + damaged > 0) {
            LOG.info("Sealed {} objects that lay in the vault in the clear; {} were damaged and stay", done, damaged);
        }
        Path made = root.resolve(MARK + ".new");
        Files.createDirectories(root);
        Files.writeString(made, "plumbline vault 1\n", StandardOpenOption.CREATE, StandardOpenOption.DSYNC);
        Files.move(made, mark, StandardCopyOption.ATOMIC_MOVE);
        FileStore.flush(root);
    }

    private void seal(ObjectName plain) throws IOException {
        try (InputStream in = stream(plain);
                Incoming incoming = vault.take(plain.caseId(), in)) {
            if (!incoming.digest().hex().equals(plain.name())) {
                LOG.error("Object {} is not what its name says, and stays as it is: see fsck", plain);
                damaged++;
                return;
            }
            vault.place(plain.caseId(), incoming);
        }
        store.delete(plain);
        done++;
        if (done % SAY_EVERY == 0) {
            LOG.info("Sealed {} objects of the vault so far", done);
        }
    }

    private boolean beginsAsObject(ObjectName name) throws IOException {
        byte[] first = new byte[ObjectHeader.BYTES];
        try (InputStream in = stream(name)) {
            int length = in.readNBytes(first, 0, first.length);
            return length == first.length && ObjectHeader.parse(first).isPresent();
        }
    }

    private String digest(ObjectName name) throws IOException {
        var digest = Digest.sha256();
        byte[] chunk = new byte[1 << 16];
        try (InputStream in = stream(name)) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                digest.update(chunk, 0, read);
            }
        }
        return Digest.finish(digest).hex();
    }

    private InputStream stream(ObjectName name) throws IOException {
        Optional<StoredObject> object = store.open(name);
        return new Reading(object.orElseThrow(() -> new IOException("An object is gone meanwhile: " + name)));
    }

    /** An object as it lies. */
    private static final class Reading extends InputStream {
        private final StoredObject object;
        private long at;

        Reading(StoredObject object) {
            this.object = object;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            byte[] some = new byte[Math.min(most, 1 << 17)];
            int read = object.read(at, some, some.length);
            System.arraycopy(some, 0, into, from, read);
            at += read;
            return read == 0 && most > 0 ? -1 : read;
        }

        @Override
        public void close() throws IOException {
            object.close();
        }
    }
}
