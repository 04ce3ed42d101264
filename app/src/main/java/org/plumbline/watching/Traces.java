package org.plumbline.watching;

/** The names under which a request and a job are found in the log again. */
public final class Traces {
    /** The request's attribute that holds its identifier, and the field of log lines. */
    public static final String REQUEST = "request_id";

    /** The field of log lines written while a job runs. */
    public static final String JOB = "job_id";

    /** The header of each answer that names its request. */
    public static final String HEADER = "X-Request-Id";

    /** The request's attribute that keeps the route while its error page is made, which has a route of its own. */
    public static final String ROUTE = "plumbline.route";

    /** The logger of the line that each request leaves. */
    public static final String ACCESS = "access";

    private Traces() {}
}
