package org.plumbline.settings;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every setting there is, in the order in which they are shown. */
public final class KnownSettings {
    static final Setting PORT = new Setting("port", Kind.PORT, "8080", "server.port");
    static final Setting URL = new Setting("url", Kind.SITE, "");
    static final Setting LISTEN = new Setting("listen", Kind.INTERFACE, "127.0.0.1", "server.address");
    static final Setting PROXY = new Setting("behind-proxy", Kind.NETWORKS, "");
    static final Setting CERTIFICATE = new Setting("tls.certificate", Kind.FILE, "");
    static final Setting KEY = new Setting("tls.key", Kind.FILE, "");
    static final Setting STORE = new Setting("tls.store", Kind.FILE, "");
    static final Setting STORE_PASSWORD =
            new Setting("tls.password-file", Kind.SECRET_FILE, "", "plumbline.tls.password");
    static final Setting KEY_FILE = new Setting("key-file", Kind.WRITTEN_FILE, "");
    static final Setting KEY_FROM = new Setting("key-from", Kind.TEXT, "");
    static final Setting DATABASE = new Setting("database.url", Kind.DATABASE, "embedded");
    static final Setting OWNER_PASSWORD =
            new Setting("database.owner-password-file", Kind.SECRET_FILE, "", "plumbline.database.owner-password");
    static final Setting APP_PASSWORD =
            new Setting("database.app-password-file", Kind.SECRET_FILE, "", "plumbline.database.app-password");
    static final Setting ISSUER = new Setting("oidc.issuer", Kind.ISSUER, "");
    static final Setting CLIENT = new Setting("oidc.client-id", Kind.TEXT, "");
    static final Setting MAIL_HOST = new Setting("mail.host", Kind.HOST, "");
    static final Setting MAIL_SECURITY = new Setting("mail.security", Kind.MAIL_SECURITY, "starttls");
    static final Setting MAIL_FROM = new Setting("mail.from", Kind.MAIL_ADDRESS, "");
    static final Setting MAIL_USER = new Setting("mail.user", Kind.TEXT, "");
    static final Setting MAIL_PASSWORD =
            new Setting("mail.password-file", Kind.SECRET_FILE, "", "plumbline.mail.password");
    static final Setting ORGANISATION = new Setting("oidc.organisation", Kind.TEXT, "");

    private static final List<Setting> ALL = List.of(
            PORT,
            URL,
            LISTEN,
            PROXY,
            KEY_FILE,
            KEY_FROM,
            CERTIFICATE,
            KEY,
            STORE,
            STORE_PASSWORD,
            DATABASE,
            OWNER_PASSWORD,
            APP_PASSWORD,
            ISSUER,
            CLIENT,
            new Setting("oidc.client-secret-file", Kind.SECRET_FILE, ""),
            new Setting("oidc.label", Kind.TEXT, ""),
            ORGANISATION,
            MAIL_HOST,
            new Setting("mail.port", Kind.PORT, "587"),
            MAIL_SECURITY,
            MAIL_FROM,
            MAIL_USER,
            MAIL_PASSWORD,
            new Setting("trail.checkpoints", Kind.WRITTEN_FILE, ""),
            new Setting("trail.witnesses", Kind.FILE, ""),
            new Setting("trail.timestamps.url", Kind.TIMESTAMPS, "embedded"),
            new Setting("trail.timestamps.every", Kind.DURATION, "1h"),
            new Setting("witness.logs", Kind.FILE, ""),
            new Setting("documents.time-limit", Kind.READING_TIME, "3m"),
            new Setting("documents.sandbox", Kind.SANDBOX, "full"),
            new Setting("documents.memory", Kind.READING_MEMORY, "512MB"),
            new Setting("documents.workers", Kind.WORKERS, "2"),
            new Setting("documents.text-characters", Kind.TEXT_LENGTH, "20000000"),
            new Setting("documents.files-inside", Kind.FILES_INSIDE, "20000"),
            new Setting("documents.size-inside", Kind.SIZE_INSIDE, "4GB"),
            new Setting("documents.unpacking", Kind.UNPACKING, "200"),
            new Setting("documents.nesting", Kind.NESTING, "12"),
            new Setting("documents.ocr-pages", Kind.OCR_PAGES, "200"),
            new Setting("documents.ocr-pixels", Kind.PIXELS, "60000000"),
            new Setting("documents.ocr-dpi", Kind.RESOLUTION, "200"),
            new Setting("documents.ocr-program", Kind.PROGRAM, "tesseract"),
            new Setting("reports.font-folders", Kind.FOLDERS, ""),
            new Setting("storage.reserve", Kind.SIZE, "1GB"),
            new Setting("custody.fixity.days", Kind.DAYS, "30"),
            new Setting("logs.folder", Kind.MADE_FOLDER, ""),
            new Setting("logs.keep", Kind.DAYS, "14"),
            new Setting("logs.size", Kind.SIZE, "500MB"),
            new Setting("metrics.port", Kind.PORT, ""));

    private static final Map<String, Setting> BY_KEY =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Setting::key, Function.identity()));

    /** Variables of the launcher and of commands, which are no settings of the server. */
    static final Set<String> OF_THE_LAUNCHER =
            Set.of("PLUMBLINE_HEAP", "PLUMBLINE_JAVA_OPTS", "PLUMBLINE_AOT", "PLUMBLINE_TOKEN");

    private KnownSettings() {}

    /** All, in their order. */
    public static List<Setting> all() {
        return ALL;
    }

    static Optional<Setting> of(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }

    /** The setting that somebody may have meant; absent where none is near. */
    static Optional<Setting> nearest(String key) {
        return ALL.stream()
                .min(Comparator.comparingInt(s -> distance(s.key(), key)))
                .filter(s -> distance(s.key(), key) <= Math.max(2, key.length() / 3));
    }

    /** How many letters to change, add or leave out (Levenshtein). */
    static int distance(String one, String other) {
        int[] above = new int[other.length() + 1];
        java.util.Arrays.setAll(above, i -> i);
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[other.length()];
    }
}
