package org.plumbline.audit.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.audit.Consultation;
import org.plumbline.audit.PageRecord;
import org.plumbline.kernel.Acting;
import org.plumbline.watching.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Opens a consultation for each signed-in request; runs inside the security chain's actor binding. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 100)
class ConsultationFilter extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(ConsultationFilter.class);
    static final String PAGE = "Plumbline-Entry";

    private final PageRecord record;

    ConsultationFilter(PageRecord record) {
        this.record = record;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (Acting.current().isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        Consultation consultation = record.open(page(request));
        request.setAttribute("plumbline.entry", new PageEntry(consultation));
        var answer = new RecordedAnswer(response, consultation);
        boolean whole = false;
        try {
            record.during(consultation, () -> {
                chain.doFilter(request, answer);
                return true;
            });
            whole = true;
        } catch (IOException | ServletException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        } finally {
            if (answer.isDownload() && !request.getMethod().equals("HEAD")) {
                ended(consultation, answer, whole);
            }
        }
    }

    /** The answer has left; that its end can't be recorded changes nothing of it. */
    private void ended(Consultation consultation, RecordedAnswer answer, boolean whole) {
        try {
            record.ended(consultation, answer.how(whole), answer.sent(), answer.whole());
        } catch (DataAccessException e) {
            LOG.warn("How a download ended could not be recorded: {}", Failure.kinds(e));
        }
    }

    /** What the record line of the page says: read when the page is written, by when its entry is committed. */
    private record PageEntry(Consultation consultation) {
        @Override
        public String toString() {
            return consultation.onRecord().map(UUID::toString).orElse("");
        }
    }

    /** The page a fragment or byte range belongs to: a header, or a parameter where a tag can't send headers. */
    private static Optional<UUID> page(HttpServletRequest request) {
        String stated = request.getHeader(PAGE);
        try {
            String id = stated == null ? request.getParameter("entry") : stated;
            return id == null ? Optional.empty() : Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
