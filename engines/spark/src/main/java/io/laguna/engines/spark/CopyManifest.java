package io.laguna.engines.spark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * The list of what was copied: text compressed by Gzip, a JSON object per source file with {@code path},
 * {@code baseName}, {@code srcPath} and {@code size}. Later calls of this program read the manifest.
 *
 * @param lines the objects
 */
record CopyManifest(List<JsonNode> lines) {
    static final CopyManifest EMPTY = new CopyManifest(List.of());
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SOURCE = "srcPath";

    CopyManifest {
        lines = List.copyOf(lines);
    }

    /**
     * Returns the manifest that the options name. It is empty when they name none, and when the file is not there and
     * need not be.
     */
    static CopyManifest previous(Configuration configuration, CopyOptions options) throws IOException {
        if (options.previousManifest().isEmpty()) {
            return EMPTY;
        }
        Path file = options.previousManifest().get();
        if (!options.requirePreviousManifest()
                && !file.getFileSystem(configuration).exists(file)) {
            return EMPTY;
        }
        return read(configuration, file);
    }

    private static CopyManifest read(Configuration configuration, Path file) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(file.getFileSystem(configuration).open(file)), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(JSON.readTree(line));
            }
        }
        return new CopyManifest(lines);
    }

    /** Returns the paths of the source files. */
    Set<String> sources() {
        return lines.stream().map(line -> line.path(SOURCE).asText()).collect(Collectors.toUnmodifiableSet());
    }

    CopyManifest with(List<CopyTarget> targets) {
        List<JsonNode> all = new ArrayList<>(lines);
        for (CopyTarget target : targets) {
            for (CopySource source : target.sources()) {
                all.add(JSON.createObjectNode()
                        .put("path", target.path().toString())
                        .put("baseName", target.base())
                        .put(SOURCE, source.path().toString())
                        .put("size", source.size()));
            }
        }
        return new CopyManifest(all);
    }

    void write(Configuration configuration, Path file) throws IOException {
        try (BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(
                new GZIPOutputStream(file.getFileSystem(configuration).create(file, true)), StandardCharsets.UTF_8))) {
            for (JsonNode line : lines) {
                writer.write(JSON.writeValueAsString(line));
                writer.newLine();
            }
        }
    }
}
