package org.plumbline.audit.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.audit.Consultation;
import org.plumbline.audit.PageRecord;
import org.plumbline.kernel.Acting;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Opens a consultation for each signed-in request; runs inside the security chain's actor binding. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 100)
class ConsultationFilter extends OncePerRequestFilter {
    private static final String PAGE = "Plumbline-Entry";

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
        try {
            record.during(consultation, () -> {
                chain.doFilter(request, new Named(response, consultation));
                return true;
            });
        } catch (IOException | ServletException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    /** What the record line of the page says: read when the page is written, by when its entry is committed. */
    private record PageEntry(Consultation consultation) {
        @Override
        public String toString() {
            return consultation.onRecord().map(UUID::toString).orElse("");
        }
    }

    /** Names the entry in a header when the body begins: not earlier, since only then it is on the trail. */
    private static final class Named extends HttpServletResponseWrapper {
        private final Consultation consultation;

        Named(HttpServletResponse response, Consultation consultation) {
            super(response);
            this.consultation = consultation;
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            name();
            return super.getOutputStream();
        }

        @Override
        public PrintWriter getWriter() throws IOException {
            name();
            return super.getWriter();
        }

        private void name() {
            consultation.onRecord().ifPresent(id -> setHeader(PAGE, id.toString()));
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
