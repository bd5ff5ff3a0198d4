package io.laguna.pipelines.covid.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

final class RefusedFileTest {
    @RegisterExtension
    static final LocalS3 S3 = new LocalS3();

    @TempDir
    private Path folder;

    @Test
    void anUnknownHeaderIsRefusedWithWhatIsMissingBeforeAnythingLands() throws Exception {
        Path releases = Files.createDirectory(folder.resolve("releases"));
        Files.write(releases.resolve("a.csv"), TestCsv.cases(CaseHeader.CURRENT, 10, 1));
        String header = String.join(",", CaseHeader.JULY_2020.columns())
                .replace("FIS,", "")
                .replace("Edad", "Años");
        Files.writeString(releases.resolve("b.csv"), header + "\n1,2\n");

        assertThatExceptionOfType(UnknownHeaderException.class)
                .isThrownBy(() -> land(releases))
                .withMessageContaining("b.csv")
                .withMessageContaining("JULY_2020")
                .withMessageContaining("'Edad', 'FIS'")
                .withMessageContaining("'Años'")
                .satisfies(refusal -> {
                    assertThat(refusal.nearest()).isEqualTo(CaseHeader.JULY_2020);
                    assertThat(refusal.missing()).containsExactly("Edad", "FIS");
                });
        assertThat(S3.keys()).isEmpty();
    }

    @Test
    void aFileSeparatedBySemicolonsIsToldSo() throws Exception {
        Path file = write("a.csv", String.join(";", CaseHeader.INS.columns()).getBytes(UTF_8));

        assertThatExceptionOfType(UnknownHeaderException.class)
                .isThrownBy(() -> land(file))
                .withMessageContaining("separated by ';'");
    }

    @Test
    void aFileThatIsNotUtf8IsRefused() throws Exception {
        String row = "1,," + "Hospital,50,F,Bogotá" + ",".repeat(7) + "\n";
        ByteArrayOutputStream far = new ByteArrayOutputStream();
        far.write(TestCsv.header(CaseHeader.INS));
        for (int i = 0; i < 10_000; i++) {
            far.write(row.getBytes(UTF_8));
        }
        far.write(row.getBytes(ISO_8859_1));

        refused(write("far.csv", far.toByteArray()), "is not UTF-8: the byte at offset");
        refused(write("header.csv", String.join(",", CaseHeader.INS.columns()).getBytes(UTF_16)), "is not UTF-8");
    }

    @Test
    void whatHoldsNoCasesIsRefusedWithItsReason() throws Exception {
        byte[] csv = TestCsv.cases(CaseHeader.INS, 2000, 1);
        byte[] packed = TestCsv.gzip(csv);
        Path noCsv = folder.resolve("other.zip");
        TestCsv.zip(noCsv, "photo.jpg", csv);

        refused(folder.resolve("absent.csv"), "does not exist");
        refused(write("empty.csv", new byte[0]), "is empty");
        refused(write("empty.csv.gz", TestCsv.gzip(new byte[0])), "is empty");
        refused(write("only-header.csv", TestCsv.header(CaseHeader.INS)), "has a header and no cases");
        refused(write("cut.csv.gz", Arrays.copyOf(packed, packed.length / 2)), "is damaged");
        refused(write("broken.zip", new byte[] {'P', 'K', 3, 4, 0, 0}), "cannot be read");
        refused(write("quote.csv", concat(csv, "7,\"never closed\n8,,\n")), "never closed");
        refused(noCsv, "holds no .csv");
        refused(Files.createDirectory(folder.resolve("nothing")), "holds no case file");
        assertThat(S3.keys()).isEmpty();
    }

    @Test
    void aBucketThatIsNotThereIsNamed() throws Exception {
        Path file = write("a.csv", TestCsv.cases(CaseHeader.INS, 10, 1));

        assertThatExceptionOfType(IngestException.class)
                .isThrownBy(() -> new Ingest(S3.client(), "missing", Clock.systemUTC())
                        .land(CaseFiles.at(file), IngestProgress.SILENT))
                .withMessageContaining("'missing'");
    }

    private List<IngestOutcome> land(Path path) {
        return new Ingest(S3.client(), S3.bucket(), Clock.systemUTC()).land(CaseFiles.at(path), IngestProgress.SILENT);
    }

    private void refused(Path path, String reason) {
        assertThatExceptionOfType(IngestException.class)
                .isThrownBy(() -> land(path))
                .withMessageContaining(path.toString())
                .withMessageContaining(reason);
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static byte[] concat(byte[] start, String end) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(start);
        bytes.writeBytes(end.getBytes(UTF_8));
        return bytes.toByteArray();
    }
}
