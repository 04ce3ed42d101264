package org.plumbline;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.postgres.DatabaseInUse;
import org.plumbline.postgres.FolderInUse;
import org.plumbline.postgres.PostgresFailure;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Says why a start failed in the sentence that is meant for people, without places in the code. */
final class StartFailures implements FailureAnalyzer {
    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(StartFailures::isForPeople)
                .findFirst()
                .map(known -> new FailureAnalysis(known.getMessage(), null, known))
                .orElse(null);
    }

    private static boolean isForPeople(Throwable each) {
        return each instanceof FolderInUse || each instanceof DatabaseInUse || each instanceof PostgresFailure;
    }
}
