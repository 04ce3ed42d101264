package org.plumbline.acceptance.crash;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.plumbline.audit.CampaignRecorder;

/**
 * Acts in transactions that commit at once, late or never, by the application's own recorder; and what is known of
 * each.
 */
final class CampaignActs implements AutoCloseable {
    /** How much over a tile's 256 entries come at once now and then. */
    private static final int MANY = 300;

    private final Random random;
    private final Connection connection;
    private final Connection slow;
    private final CampaignRecorder quickly;
    private final CampaignRecorder slowly;
    private final Set<String> acknowledged = new HashSet<>();
    private final Set<String> taken = new HashSet<>();
    private final Set<String> open = new HashSet<>();

    CampaignActs(Records records, Person person, Random random) throws SQLException {
        this.random = random;
        this.connection = records.asApplication();
        this.slow = records.asApplication();
        this.quickly = new CampaignRecorder(connection, person.member(), person.organisation());
        this.slowly = new CampaignRecorder(slow, person.member(), person.organisation());
    }

    /** Who acts. */
    record Person(UUID member, UUID organisation) {}

    /** Some acts: most are committed, one is taken back, one may stay open while the log goes on. */
    void some() throws SQLException {
        int count = random.nextInt(40) == 0 ? MANY : 1 + random.nextInt(6);
        if (open.isEmpty() && random.nextBoolean()) {
            open.add(slowly.record().toString());
        } else if (random.nextBoolean()) {
            end();
        }
        var these = new HashSet<String>();
        for (int i = 0; i < count; i++) {
            these.add(quickly.record().toString());
        }
        quickly.commit();
        acknowledged.addAll(these);
        if (random.nextInt(3) == 0) {
            taken.add(quickly.record().toString());
            quickly.rollback();
        }
    }

    /** Ends what is still open. */
    void end() throws SQLException {
        if (random.nextInt(4) == 0) {
            slowly.rollback();
            taken.addAll(open);
        } else {
            slowly.commit();
            acknowledged.addAll(open);
        }
        open.clear();
    }

    void acknowledged(String record) {
        acknowledged.add(record);
    }

    /** Records of acts that were acknowledged since this was asked last. */
    Set<String> acknowledged() {
        return drained(acknowledged);
    }

    /** Records of acts that were taken back since this was asked last. */
    Set<String> takenBack() {
        return drained(taken);
    }

    private static Set<String> drained(Set<String> records) {
        Set<String> all = Set.copyOf(records);
        records.clear();
        return all;
    }

    @Override
    public void close() throws SQLException {
        try (connection;
                slow) {
            slowly.rollback();
        }
    }
}
