package io.laguna.pipelines.covid.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/** The generator of a {@link CaseSample} as CSV: UTF-8, comma, line feed, one line per row. */
public final class CaseGenerator {
    private static final long ROWS_PER_REPORT = 100_000;
    /** The distance between duplicates: one row in 5,000 repeats a case that stood a little above it. */
    private static final long DUPLICATE_EVERY = 5_000;

    private static final long FIRST_DUPLICATE = 750;
    private static final long DUPLICATE_DISTANCE = 37;

    private final CaseSample sample;

    public CaseGenerator(CaseSample sample) {
        this.sample = sample;
    }

    /**
     * Writes a file, which appears under its name once it is whole. Missing folders are made.
     *
     * @param progress is told the rows written so far
     * @return what a pipeline has to find in it
     */
    public SampleFigures writeTo(Path file, LongConsumer progress) throws IOException {
        Path target = file.toAbsolutePath();
        Files.createDirectories(target.getParent());
        Path unfinished = target.resolveSibling("." + target.getFileName() + ".part");
        SampleFigures figures;
        try (OutputStream out = Files.newOutputStream(unfinished)) {
            figures = writeTo(out, progress);
        }
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return figures;
    }

    /** Writes to a stream, which stays open. */
    public SampleFigures writeTo(OutputStream out, LongConsumer progress) throws IOException {
        Places places = new Places();
        Patients patients = new Patients(sample, places);
        RowWriter writer = new RowWriter(out);
        Tally tally = new Tally(sample, places);
        CaseLine line = new CaseLine(sample, places, writer, patients.of(1));
        writer.value(headerLine()).endRow();
        long rows = sample.totalRows();
        for (long row = 1; row <= rows; row++) {
            boolean duplicate = row % DUPLICATE_EVERY == FIRST_DUPLICATE;
            Patient patient = patients.of(duplicate ? row - DUPLICATE_DISTANCE : row);
            line.begin(patient);
            Layout.write(sample.header(), line);
            writer.endRow();
            count(tally, patient, duplicate);
            if (row % ROWS_PER_REPORT == 0 || row == rows) {
                progress.accept(row);
            }
        }
        writer.flush();
        return tally.figures(rows, writer.bytes());
    }

    private static void count(Tally tally, Patient patient, boolean duplicate) {
        Optional<Defect> defect = Defect.of(patient.row());
        if (defect.isPresent()) {
            tally.defect(defect.get());
        } else if (duplicate) {
            tally.duplicate();
        } else {
            tally.patient(patient);
        }
    }

    private byte[] headerLine() {
        return sample.header().columns().stream()
                .collect(Collectors.joining(","))
                .getBytes(StandardCharsets.UTF_8);
    }
}
