package io.laguna.apps.covid.cases;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A raw zone in a folder, filled with deliveries as an ingestion leaves them. */
final class Landing {

    /** The fields of a case without any fault. */
    private static final Map<Field, String> ORDINARY = new EnumMap<>(Map.ofEntries(
            Map.entry(Field.CASE_ID, "1"),
            Map.entry(Field.REPORT_DATE, "2020-03-06T00:00:00.000"),
            Map.entry(Field.NOTIFICATION_DATE, "2020-03-02T00:00:00.000"),
            Map.entry(Field.DIAGNOSIS_DATE, "2020-03-05T00:00:00.000"),
            Map.entry(Field.SYMPTOM_ONSET_DATE, "2020-02-27T00:00:00.000"),
            Map.entry(Field.DEPARTMENT_CODE, "5"),
            Map.entry(Field.DEPARTMENT, "Antioquia"),
            Map.entry(Field.MUNICIPALITY_CODE, "5001"),
            Map.entry(Field.MUNICIPALITY, "Medellín"),
            Map.entry(Field.AGE, "19"),
            Map.entry(Field.AGE_UNIT, "1"),
            Map.entry(Field.SEX, "F"),
            Map.entry(Field.INFECTION_SOURCE, "Importado"),
            Map.entry(Field.CARE_PLACE, "Casa"),
            Map.entry(Field.SEVERITY, "Leve"),
            Map.entry(Field.RECOVERED, "Activo")));

    private final Path raw;

    Landing(Path raw) {
        this.raw = raw;
    }

    String uri() {
        return raw.toUri().toString().replaceFirst("/$", "");
    }

    /** Returns a line under the release's header for an ordinary case, but for these fields. */
    static String line(Release release, Map<Field, String> fields) {
        Map<Field, String> values = new EnumMap<>(ORDINARY);
        values.putAll(fields);
        return release.columns().stream()
                .map(column -> quoted(values.getOrDefault(column.field(), "")))
                .collect(Collectors.joining(","));
    }

    void land(String delivery, Release release, List<String> lines) {
        landFiles(delivery, release.names(), Map.of("cases.csv", lines), lines.size());
    }

    /**
     * Lands files under one header.
     *
     * @param files lines by file name
     * @param rows what the manifest says that they are
     */
    void landFiles(String delivery, List<String> columns, Map<String, List<String>> files, long rows) {
        String folder = "covid/cases/delivery=" + delivery;
        List<Map<String, Object>> landed = files.entrySet().stream()
                .map(file -> {
                    String header = columns.stream().map(Landing::quoted).collect(Collectors.joining(","));
                    String content = header + "\n" + String.join("\n", file.getValue()) + "\n";
                    write(folder + "/" + file.getKey(), content);
                    return Map.<String, Object>of(
                            "key",
                            folder + "/" + file.getKey(),
                            "rows",
                            file.getValue().size(),
                            "bytes",
                            content.length(),
                            "sha256",
                            "");
                })
                .toList();
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("delivery", delivery);
        manifest.put("origin", "generated");
        manifest.put("rows", rows);
        manifest.put("columns", columns);
        manifest.put("multiline", files.values().stream().flatMap(List::stream).anyMatch(line -> line.contains("\n")));
        manifest.put("files", landed);
        try {
            write(folder + "/_manifest.json", new ObjectMapper().writeValueAsString(manifest));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(String key, String content) {
        try {
            Path file = raw.resolve(key);
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String quoted(String value) {
        return value.matches("(?s).*[\",\n].*") ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }
}
