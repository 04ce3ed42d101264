package org.plumbline.site.web;

import java.time.ZoneId;
import java.util.Optional;
import org.plumbline.kernel.Acting;

/** Frame facts where no module supplies any. */
final class NoFacts implements FrameFacts {
    @Override
    public String organisation(Optional<Acting> acting) {
        return "";
    }

    @Override
    public ZoneId zone(Optional<Acting> acting) {
        return ZoneId.of("UTC");
    }

    @Override
    public Optional<Purpose> purpose(Acting acting) {
        return Optional.empty();
    }

    @Override
    public int notices(Acting acting) {
        return 0;
    }
}
