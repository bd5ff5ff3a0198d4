package io.laguna.emulator.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of a crawler's configuration. */
class CrawlConfigurationTest {
    @Test
    void readsEverything() {
        assertThat(
                        CrawlConfiguration.of(
                                """
                        {"Version": 1.0,
                         "CrawlerOutput": {
                           "Tables": {"AddOrUpdateBehavior": "MergeNewColumns", "TableThreshold": 5},
                           "Partitions": {"AddOrUpdateBehavior": "InheritFromTable"}},
                         "Grouping": {"TableGroupingPolicy": "CombineCompatibleSchemas", "TableLevelConfiguration": 2},
                         "CreatePartitionIndex": false}
                        """))
                .isEqualTo(new CrawlConfiguration(true, true, true, OptionalInt.of(2), OptionalInt.of(5), false));
    }

    @Test
    void isTheDefaultWithoutMembers() {
        assertThat(CrawlConfiguration.of("")).isEqualTo(CrawlConfiguration.DEFAULT);
        assertThat(CrawlConfiguration.of("{\"Version\": 1}")).isEqualTo(CrawlConfiguration.DEFAULT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\0',
            value = {
                "{\"Version\":1.0,\"CrawlerOutput\":{\"Partitions\":{\"UpdateBehavior\":\"x\"}}};CrawlerOutput.Partitions contains unsupported keys: UpdateBehavior.",
                "{\"Version\":1.0,\"Other\":1};Configuration contains unsupported keys: Other.",
                "{\"Version\":1.0,\"CrawlerOutput\":{\"Tables\":{\"AddOrUpdateBehavior\":\"x\"}}};CrawlerOutput.Tables.AddOrUpdateBehavior contains an unsupported value: x.",
                "{\"Version\":1.0,\"CrawlerOutput\":{\"Tables\":{\"TableThreshold\":0}}};CrawlerOutput.Tables.TableThreshold must be a positive number.",
                "{\"Version\":1.0,\"CrawlerOutput\":1};CrawlerOutput must be an object.",
                "{\"Version\":1.0,\"CreatePartitionIndex\":1};CreatePartitionIndex must be true or false.",
                "{};Configuration must have the Version 1.0.",
                "{\"Version\":2.0};Configuration must have the Version 1.0.",
            })
    void refusesWhatItDoesNotKnow(String json, String message) {
        assertThatThrownBy(() -> CrawlConfiguration.of(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void refusesWhatIsNoJson() {
        assertThatThrownBy(() -> CrawlConfiguration.of("x"))
                .hasMessageStartingWith("Configuration is not a valid JSON");
        assertThatThrownBy(() -> CrawlConfiguration.of("{\"Version\":1.0} x"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
