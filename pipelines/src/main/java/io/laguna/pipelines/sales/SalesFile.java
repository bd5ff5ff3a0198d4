package io.laguna.pipelines.sales;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** A delivery of the user's own: a CSV file with a header, whose lines are sales. */
public record SalesFile(Path file) implements SalesFiles {
    /** Lambda takes 6 MB at a time, as JSON. */
    private static final int CHARACTERS_OF_A_FILE = 2_000_000;

    @Override
    public Iterator<String> files() {
        List<String> files = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            String header = lines.readLine();
            if (header == null) {
                throw new IOException("it is empty");
            }
            StringBuilder csv = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (csv.length() > CHARACTERS_OF_A_FILE) {
                    files.add(header + "\n" + csv);
                    csv.setLength(0);
                }
                csv.append(line).append('\n');
            }
            files.add(header + "\n" + csv);
        } catch (IOException e) {
            throw new UncheckedIOException("The sales in " + file + " cannot be read: " + e.getMessage(), e);
        }
        return files.iterator();
    }
}
