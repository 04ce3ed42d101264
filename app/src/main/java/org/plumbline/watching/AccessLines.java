package org.plumbline.watching;

import java.util.Set;
import java.util.regex.Pattern;
import org.apache.catalina.AccessLog;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.HandlerMapping;

/**
 * One line for each request, however it ended: method, pattern of its route, status, milliseconds and bytes. Neither
 * its path, which names records, nor its query; neither who asked nor from where, which is for the trail alone.
 */
final class AccessLines extends ValveBase implements AccessLog {
    private static final Logger LOG = LoggerFactory.getLogger(Traces.ACCESS);
    private static final String NO_ROUTE = "-";
    private static final long NANOS_OF_A_MILLI = 1_000_000;
    /** What a variable may be says nothing of the route. */
    private static final Pattern RULE = Pattern.compile("\\{(\\w+):[^/]*}(?=/|$)");
    /** Anything else is a text of the asker's own. */
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final RequestTimes times;

    AccessLines(RequestTimes times) {
        super(true);
        this.times = times;
    }

    @Override
    public void invoke(Request request, Response response)
            throws java.io.IOException, jakarta.servlet.ServletException {
        getNext().invoke(request, response);
    }

    @Override
    public void log(Request request, Response response, long nanos) {
        String method = METHODS.contains(request.getMethod()) ? request.getMethod() : "OTHER";
        String route = route(request);
        times.record(method, route, response.getStatus(), nanos);
        if (!LOG.isInfoEnabled()) {
            return;
        }
        long millis = nanos / NANOS_OF_A_MILLI;
        long bytes = response.getBytesWritten(false);
        var line = LOG.atInfo()
                .addKeyValue("method", method)
                .addKeyValue("route", route)
                .addKeyValue("status", response.getStatus())
                .addKeyValue("ms", millis)
                .addKeyValue("bytes", bytes);
        if (request.getAttribute(Traces.REQUEST) instanceof String id) {
            line = line.addKeyValue(Traces.REQUEST, id);
        }
        line.log("{} {} {}", method, route, response.getStatus());
    }

    private static String route(Request request) {
        if (request.getAttribute(Traces.ROUTE) instanceof String kept) {
            return kept;
        }
        Object matched = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return matched == null ? NO_ROUTE : RULE.matcher(matched.toString()).replaceAll("{$1}");
    }

    @Override
    public void setRequestAttributesEnabled(boolean enabled) {
        // What it would switch on, a proxy's word on the sender, is not written.
    }

    @Override
    public boolean getRequestAttributesEnabled() {
        return false;
    }
}
