package org.plumbline.site.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.plumbline.testing.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;

class TemplateViewsTest extends ApplicationTest {
    @Autowired
    private TemplateViews views;

    @Test
    void aPageWithoutATemplateFailsInsteadOfBeingForwardedToItself() {
        assertThat(views.resolveViewName("site/refused", Locale.ROOT)).isNotNull();
        assertThatThrownBy(() -> views.resolveViewName("site/nowhere", Locale.ROOT))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("There is no template site/nowhere.jte");
    }

    @Test
    void whereToGoInsteadIsNoPage() {
        assertThat(views.resolveViewName("redirect:/cases", Locale.ROOT)).isNull();
    }
}
