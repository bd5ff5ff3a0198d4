package io.laguna.apps.covid.report.markup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.apps.covid.report.chart.Svg;
import org.junit.jupiter.api.Test;

class ElementTest {

    @Test
    void textAndAttributesAreEscaped() {
        Element element = Element.of("p", "a < b & c").with("title", "\"quoted\" 'twice'");

        assertThat(element).hasToString("<p title=\"&quot;quoted&quot; &#39;twice&#39;\">a &lt; b &amp; c</p>");
    }

    @Test
    void charactersThatXmlForbidsAreReplaced() {
        assertThat(Element.of("p", "a\u0000b\u001Bc\uFFFEd\tñ😀")).hasToString("<p>a\uFFFDb\uFFFDc\uFFFDd\tñ😀</p>");
    }

    @Test
    void coordinatesAreTenthsWhateverTheLocale() {
        assertThat(Svg.line("axis", 0.04, -0.04, 1234.56, -7.25))
                .hasToString("<line class=\"axis\" x1=\"0\" y1=\"0\" x2=\"1234.6\" y2=\"-7.2\"></line>");
    }

    @Test
    void styleSheetThatCouldEndItsElementIsRefused() {
        assertThatThrownBy(() -> new Verbatim("p { content: \"</style>\" }"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
