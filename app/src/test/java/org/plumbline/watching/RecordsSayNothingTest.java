package org.plumbline.watching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.plumbline.testing.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;

class RecordsSayNothingTest extends ApplicationTest {
    @Autowired
    private DataSource dataSource;

    @Test
    void theDatabasesExceptionDoesNotQuoteTheRowThatBrokeARule() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            String mark = UUID.randomUUID().toString();
            String insert = "insert into search.index_mark (id, batches) values ('" + mark + "', 0)";
            connection.setAutoCommit(false);
            statement.execute(insert);

            Throwable broken = catchThrowable(() -> statement.execute(insert));

            connection.rollback();
            connection.setAutoCommit(true);
            assertThat(broken).isInstanceOf(SQLException.class).hasMessageContaining("index_mark");
            assertThat(broken.getMessage()).doesNotContain(mark);
        }
    }
}
