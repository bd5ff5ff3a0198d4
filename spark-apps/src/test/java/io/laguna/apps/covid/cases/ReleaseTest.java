package io.laguna.apps.covid.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReleaseTest {

    @ParameterizedTest
    @CsvSource({"CURRENT, 23", "SODA, 23", "JULY_2020, 21", "MAY_2020, 16", "INS, 13"})
    void eachReleaseHasItsColumnsAndEachMeansSomethingElse(Release release, int columns) {
        assertThat(release.names()).hasSize(columns).doesNotHaveDuplicates();
        assertThat(release.columns()).extracting(Release.Column::field).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(Release.class)
    void aHeaderIsRecognisedInWhateverOrderItsNamesStand(Release release) {
        List<String> reversed = new ArrayList<>(release.names());
        Collections.reverse(reversed);

        assertThat(Release.recognise(reversed)).isEqualTo(release);
    }

    @Test
    void theHeaderOfMayIsThatOfJulyCutShortButForAnAccent() {
        assertThat(Release.MAY_2020.names().stream().map(name -> name.replace("Codigo", "Código")))
                .isEqualTo(Release.JULY_2020.names().subList(0, 16));
    }

    @Test
    void anUnknownHeaderIsRefusedWithWhatIsMissing() {
        List<String> header = new ArrayList<>(Release.JULY_2020.names());
        header.set(header.indexOf("FIS"), "Fis");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Release.recognise(header))
                .withMessageContaining("JULY_2020")
                .withMessageEndingWith("missing: [FIS]");
    }
}
