package io.laguna.emulator.crawl.cases;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A file of cases: each begins with {@code === name}, and lines that begin with {@code #} say something about it. */
final class CaseFile {
    private CaseFile() {}

    /** A case with the lines that belong to it. */
    record Case(String name, List<String> lines) {}

    static List<Case> read(String resource) {
        List<Case> cases = new ArrayList<>();
        for (String line : text(resource).lines().toList()) {
            if (line.startsWith("=== ")) {
                cases.add(new Case(line.substring(4), new ArrayList<>()));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                cases.get(cases.size() - 1).lines().add(line);
            }
        }
        return cases;
    }

    static byte[] bytes(String resource) {
        try (InputStream stream = CaseFile.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalArgumentException("No resource " + resource);
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String resource) {
        return new String(bytes(resource), StandardCharsets.UTF_8);
    }
}
