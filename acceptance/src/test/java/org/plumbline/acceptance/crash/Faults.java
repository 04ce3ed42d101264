package org.plumbline.acceptance.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Random;
import java.util.UUID;
import org.plumbline.audit.CampaignRecorder;
import org.plumbline.audit.log.Sequencer;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.store.DyingDisk;
import org.plumbline.engine.log.store.Platters;
import org.springframework.dao.DataAccessException;

/**
 * Lets the process that keeps the trail die inside, over the real records and files of a stopped installation: the
 * application's own recorder and sequencer run here, on a disk and a cable that fail. What died is left behind; a new
 * one opens the same folder and records.
 */
final class Faults implements AutoCloseable {
    /** A round takes some twenty steps of the disk and some two thousand bytes of the connection. */
    private static final int STEPS = 60;

    private static final int BYTES = 6_000;

    /** Rounds after which something that should have died is taken to be immortal. */
    private static final int ROUNDS = 1_000;

    private final Path data;
    private final Records records;
    private final Checkpoints published;
    private final Random random;
    private final Platters platters;
    private final CampaignActs.Person person;
    private final CampaignActs acts;

    Faults(Path data, Records records, Checkpoints published, CampaignActs.Person person, Random random)
            throws SQLException {
        this.data = data;
        this.records = records;
        this.published = published;
        this.person = person;
        this.random = random;
        this.platters = new Platters(random);
        this.acts = new CampaignActs(records, person, random);
    }

    CampaignActs acts() {
        return acts;
    }

    /** One fault; the process is gone afterwards. */
    void make(FaultKind kind) throws IOException, SQLException, Refused {
        switch (kind) {
            case KILLED -> diskDies();
            case POWER_LOST -> {
                diskDies();
                platters.cutPower();
            }
            case KILLED_TWICE_THEN_POWER_LOST -> {
                diskDies();
                diskDies();
                platters.cutPower();
            }
            case CONNECTION_CUT -> connectionDies();
            case CONNECTION_CUT_THEN_POWER_LOST -> {
                connectionDies();
                platters.cutPower();
            }
            case ACT_CUT -> actDies();
        }
    }

    /** A new process catches up with everything that was committed. */
    void recover() throws IOException, SQLException, Refused {
        acts.end();
        try (Connection own = records.asApplication()) {
            var sequencer = new Sequencer(data, own, platters, DyingDisk.never(platters, random));
            sequencer.round();
            read(sequencer);
        }
    }

    private void diskDies() throws IOException, SQLException, Refused {
        var disk = new DyingDisk(platters, random, 1 + random.nextInt(STEPS));
        try (Connection own = records.asApplication()) {
            var sequencer = new Sequencer(data, own, platters, disk);
            try {
                live(sequencer);
            } catch (DyingDisk.Died died) {
                read(sequencer);
            }
        }
    }

    private void connectionDies() throws IOException, SQLException, Refused {
        try (Cable cable = Cable.to(records.port());
                Connection own = records.asApplication(cable)) {
            int backend = Records.backend(own);
            var sequencer = new Sequencer(data, own, platters, DyingDisk.never(platters, random));
            cable.cutAfter(1 + random.nextInt(BYTES));
            try {
                live(sequencer);
            } catch (DataAccessException cut) {
                requireCut(cable, cut);
                read(sequencer);
            }
            records.awaitGone(backend);
        }
    }

    private void actDies() throws IOException, SQLException, Refused {
        acts.some();
        try (Cable cable = Cable.to(records.port());
                Connection own = records.asApplication(cable)) {
            int backend = Records.backend(own);
            var recorder = new CampaignRecorder(own, person.member(), person.organisation());
            cable.cutAfter(1 + random.nextInt(BYTES));
            try {
                for (int i = 0; i < ROUNDS; i++) {
                    UUID record = recorder.record();
                    recorder.commit();
                    acts.acknowledged(record.toString());
                }
                throw new IllegalStateException("A cable that was to be cut was not");
            } catch (SQLException | DataAccessException cut) {
                requireCut(cable, cut);
            }
            records.awaitGone(backend);
        }
    }

    private void live(Sequencer sequencer) throws IOException, SQLException, Refused {
        for (int i = 0; i < ROUNDS; i++) {
            acts.some();
            sequencer.round();
            read(sequencer);
        }
        throw new IllegalStateException("A process that was to die lives on");
    }

    /** Readers see what is published, also of a process that has just died. */
    private void read(Sequencer sequencer) throws IOException {
        sequencer.checkpoint().ifPresent(published::keep);
    }

    private static void requireCut(Cable cable, Exception failure) {
        if (!cable.isCut()) {
            throw new IllegalStateException("The records refused without a fault", failure);
        }
    }

    @Override
    public void close() throws SQLException {
        acts.close();
    }
}
