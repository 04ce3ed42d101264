package org.plumbline.audit;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plumbline.access.Decision;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Ids;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.OrganisationId;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.Right;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The application's own recorder in transactions that the campaign begins and ends. */
public final class CampaignRecorder {
    private static final Action ACT = new Action("campaign.act", Right.MEMBER);

    private final Connection records;
    private final Acting acting;
    private final Recorder recorder;
    private final Ids ids = new Ids(Clock.systemUTC(), new SecureRandom());

    /** @param records a connection of the application's role */
    public CampaignRecorder(Connection records, UUID member, UUID organisation) throws SQLException {
        this.records = records;
        records.setAutoCommit(false);
        this.acting = new Acting(
                new MemberId(member),
                "Campaign",
                new OrganisationId(organisation),
                Set.of(),
                "campaign",
                Acting.Channel.COMMAND,
                Optional.empty());
        var db = JdbcClient.create(new SingleConnectionDataSource(records, true));
        this.recorder = new Recorder(new EntryTable(db), ids, Clock.systemUTC());
    }

    /** Records an act in the transaction that runs, and answers the record it refers to. */
    public UUID record() throws SQLException {
        try (PreparedStatement who = records.prepareStatement("select set_config('plumbline.member', ?, true)")) {
            who.setString(1, acting.member().toString());
            who.execute();
        }
        UUID about = ids.next();
        var noted = new Noted<>(
                about,
                java.util.List.of(new Ref("campaign", about, acting.organisation())),
                Map.of(),
                Optional.empty(),
                Optional.empty());
        recorder.record(acting, ACT, new Decision.Allowed(Optional.empty(), Optional.empty()), noted);
        return about;
    }

    public void commit() throws SQLException {
        records.commit();
    }

    public void rollback() throws SQLException {
        records.rollback();
    }
}
