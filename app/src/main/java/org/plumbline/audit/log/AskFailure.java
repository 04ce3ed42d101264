package org.plumbline.audit.log;

import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Instant;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;

/**
 * How asking somebody outside failed.
 *
 * @param code the fault's stable name where an answer was refused; empty otherwise
 */
public record AskFailure(Kind kind, String code, Instant at) {
    /** What went wrong, as far as an administrator can do something about it. */
    public enum Kind {
        NO_CONNECTION,
        NO_ANSWER,
        NOT_TRUSTED,
        OTHER_PAST,
        REFUSED,
        BROKEN_OFF;

        /** Its stable name. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static AskFailure of(Exception failure, Instant at) {
        if (failure instanceof Refused refused) {
            boolean disputed = refused.fault() == Fault.WITNESSED_OTHERWISE || refused.fault() == Fault.WITNESS_AHEAD;
            return new AskFailure(
                    disputed ? Kind.OTHER_PAST : Kind.REFUSED, refused.fault().code(), at);
        }
        return new AskFailure(kind(failure), "", at);
    }

    private static Kind kind(Exception failure) {
        if (failure instanceof ConnectException
                || failure instanceof HttpConnectTimeoutException
                || failure.getCause() instanceof UnresolvedAddressException) {
            return Kind.NO_CONNECTION;
        }
        if (failure instanceof HttpTimeoutException) {
            return Kind.NO_ANSWER;
        }
        return failure instanceof SSLException ? Kind.NOT_TRUSTED : Kind.BROKEN_OFF;
    }
}
