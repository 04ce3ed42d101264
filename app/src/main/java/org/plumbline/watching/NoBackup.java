package org.plumbline.watching;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says that nothing here makes backups; whoever makes them takes this place with a check of its own. */
@Component
@Order(80)
class NoBackup implements HealthCheck {
    @Override
    public List<Finding> look() {
        return List.of(Finding.missing("backup", "none"));
    }
}
