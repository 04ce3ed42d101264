package org.plumbline.identity.ways;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The key under which secrets of codes lie encrypted in the records: a file of the data folder only its owner may read,
 * made at the first start. AES-256-GCM (NIST SP 800-38D) with a random nonce before the ciphertext.
 */
@Component
class KeptKey {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec sealing;
    private final SecretKeySpec digesting;
    private final SecureRandom random = new SecureRandom();

    KeptKey(@Value("${plumbline.data}") Path data) {
        try {
            byte[] key = of(data.resolve("keys").resolve("sign-in.key"));
            this.sealing = new SecretKeySpec(derived(key, "plumbline sealing"), "AES");
            this.digesting = new SecretKeySpec(derived(key, "plumbline tries"), "HmacSHA256");
        } catch (IOException e) {
            throw new UncheckedIOException("The key of secrets in " + data.resolve("keys") + " can't be used", e);
        }
    }

    /** Encrypts, bound to what it is for: opened for anything else it is refused. */
    byte[] seal(byte[] secret, String purpose) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, purpose).doFinal(secret);
            byte[] whole = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, whole, NONCE_BYTES, sealed.length);
            return whole;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was sealed for this purpose; absent when it was altered, sealed for another, or under another key. */
    Optional<byte[]> open(byte[] whole, String purpose) {
        if (whole.length <= NONCE_BYTES) {
            return Optional.empty();
        }
        try {
            byte[] nonce = Arrays.copyOf(whole, NONCE_BYTES);
            return Optional.of(cipher(Cipher.DECRYPT_MODE, nonce, purpose)
                    .doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES));
        } catch (GeneralSecurityException altered) {
            return Optional.empty();
        }
    }

    /** A digest that says nothing to whoever has the records without this key. */
    byte[] digest(String text) {
        return mac(digesting, text);
    }

    private Cipher cipher(int mode, byte[] nonce, String purpose) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] derived(byte[] key, String purpose) {
        return mac(new SecretKeySpec(key, "HmacSHA256"), purpose);
    }

    private static byte[] mac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] of(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] key = new byte[KEY_BYTES];
            random.nextBytes(key);
            write(file, key);
        }
        byte[] key = HexFormat.of().parseHex(Files.readString(file).strip());
        if (key.length != KEY_BYTES) {
            throw new IOException(file + " holds " + key.length + " bytes; a key has " + KEY_BYTES);
        }
        return key;
    }

    private static void write(Path file, byte[] key) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path made = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(made);
        Files.createFile(made, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        String text = HexFormat.of().formatHex(key) + "\n";
        Files.write(made, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.WRITE, StandardOpenOption.DSYNC);
        try {
            Files.move(made, file);
        } catch (FileAlreadyExistsException anotherWas) {
            Files.delete(made);
        }
    }
}
