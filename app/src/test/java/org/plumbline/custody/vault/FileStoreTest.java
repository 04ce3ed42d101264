package org.plumbline.custody.vault;

class FileStoreTest extends StoreContract {
    @Override
    VaultStore store() {
        return new FileStore(folder.resolve("vault"));
    }
}
