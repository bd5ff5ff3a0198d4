package io.laguna.pipelines.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the files of a delivery. */
class SalesFilesTest {
    private static final String HEADER = "id,product,quantity,price,date";

    @TempDir
    private Path folder;

    @Test
    void aSampleIsTheSameForItsSeedAndHasEveryRowOnce() {
        List<String> files = all(new SalesSample(120_000, 7));

        assertThat(files).hasSize(3).isEqualTo(all(new SalesSample(120_000, 7)));
        assertThat(files).isNotEqualTo(all(new SalesSample(120_000, 8)));
        assertThat(files)
                .allSatisfy(file -> assertThat(file).startsWith(HEADER + "\n").hasSizeLessThan(3_000_000));
        assertThat(files.stream().mapToLong(file -> file.lines().count() - 1).sum())
                .isEqualTo(120_000);
    }

    @Test
    void someSalesOfASampleHaveNoPrice() {
        String file = all(new SalesSample(10_000, 1)).get(0);

        assertThat(file.lines().skip(1))
                .allMatch(line -> line.matches("\\d+,[A-Z][a-z]+,[1-5],(\\d+\\.\\d\\d)?,2024-\\d\\d-\\d\\d"));
        assertThat(file.lines().filter(line -> line.contains(",,")).count()).isBetween(20L, 90L);
    }

    @Test
    void aLongFileIsCutBetweenLinesAndEachPartHasTheHeader() throws IOException {
        String line = "1,Laptop,1,1200.00,2024-01-01";
        Path file = Files.writeString(folder.resolve("sales.csv"), HEADER + "\n" + (line + "\n").repeat(100_000));

        List<String> files = all(new SalesFile(file));

        assertThat(files).hasSize(2).allSatisfy(part -> assertThat(part).startsWith(HEADER + "\n" + line));
        assertThat(files.stream()
                        .mapToLong(part -> part.lines().filter(line::equals).count())
                        .sum())
                .isEqualTo(100_000);
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("empty.csv"), "");

        assertThatThrownBy(() -> new SalesFile(file).files()).hasMessageContaining("it is empty");
    }

    private static List<String> all(SalesFiles sales) {
        List<String> all = new ArrayList<>();
        sales.files().forEachRemaining(all::add);
        return all;
    }
}
