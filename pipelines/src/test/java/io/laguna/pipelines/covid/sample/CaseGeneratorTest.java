package io.laguna.pipelines.covid.sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.laguna.pipelines.covid.ingest.CaseHeader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class CaseGeneratorTest {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    private static final CaseSample SAMPLE = CaseSample.of(60_000, 42);

    private static final Pattern FEBRUARY_31 = Pattern.compile("31/0?2/.*|\\d{4}[-/]02[-/]31.*");

    private record Generated(SampleFigures figures, String csv) {
        List<CSVRecord> records() throws IOException {
            try (CSVParser parser = CSVParser.parse(csv, FORMAT)) {
                return parser.getRecords();
            }
        }

        Set<String> values(String column) throws IOException {
            return records().stream().map(record -> record.get(column)).collect(Collectors.toSet());
        }
    }

    @ParameterizedTest
    @EnumSource(CaseHeader.class)
    void everyHeaderHasItsColumnsAndAsManyValuesInEveryRow(CaseHeader header) throws IOException {
        Generated generated = generate(SAMPLE.under(header));

        assertThat(generated.csv().lines().findFirst()).contains(String.join(",", header.columns()));
        List<CSVRecord> records = generated.records();
        assertThat(records).hasSize(60_000);
        assertThat(records).allSatisfy(record -> assertThat(record.size())
                .isEqualTo(header.columns().size()));
        assertThat(generated.figures().bytes()).isEqualTo(generated.csv().getBytes(UTF_8).length);
        assertThat(generated.csv().lines().count()).isEqualTo(60_001);
    }

    @Test
    void theSameSampleIsTheSameBytesAndAnotherSeedIsAnother() throws IOException {
        assertThat(generate(SAMPLE).equals(generate(SAMPLE))).isTrue();
        assertThat(generate(CaseSample.of(60_000, 43))
                        .csv()
                        .equals(generate(SAMPLE).csv()))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(CaseHeader.class)
    void theFiguresAreWhatIsInTheFile(CaseHeader header) throws IOException {
        Generated generated = generate(SAMPLE.under(header));
        SampleFigures figures = generated.figures();
        String id = header.columns().contains("ID de caso") ? "ID de caso" : "id_de_caso";
        long missing = 0;
        long rejected = 0;
        Map<String, CSVRecord> cases = new HashMap<>();
        long duplicates = 0;
        for (CSVRecord record : generated.records()) {
            boolean unreadable = record.stream().anyMatch(value -> value.equals("POR DEFINIR") || isFebruary31(value));
            if (record.get(id).isEmpty()) {
                missing++;
            } else if (unreadable) {
                rejected++;
            } else if (cases.containsKey(record.get(id))) {
                assertThat(record.toList()).isEqualTo(cases.get(record.get(id)).toList());
                duplicates++;
            } else {
                cases.put(record.get(id), record);
            }
        }

        assertThat(figures.rejected()).containsEntry(Defect.MISSING_CASE_ID, missing);
        assertThat(figures.rejectedRows()).isEqualTo(missing + rejected).isEqualTo(30);
        assertThat(figures.cases()).isEqualTo(cases.size());
        assertThat(figures.duplicates()).isEqualTo(duplicates).isEqualTo(12);
        assertThat(figures.casesByDepartment()).hasSize(33);
        assertThat(sum(figures.casesByDepartment())).isEqualTo(figures.cases());
        assertThat(sum(figures.casesByOutcome())).isEqualTo(figures.cases());
    }

    @Test
    void everyKindOfDirtOccursUnderTheCurrentHeader() throws IOException {
        Generated generated = generate(SAMPLE);

        assertThat(generated.values("Sexo")).containsExactlyInAnyOrder("F", "M", "f", "m");
        assertThat(generated.values("Estado"))
                .contains(
                        "Leve",
                        "LEVE",
                        "leve",
                        "Moderado",
                        "MODERADO",
                        "Grave",
                        "Fallecido",
                        "Asintomático",
                        "N/A",
                        "");
        assertThat(generated.values("Ubicación del caso"))
                .contains("Casa", "CASA", "casa", "Hospital", "Hospital UCI", "Fallecido", "N/A");
        assertThat(generated.values("Recuperado")).contains("Recuperado", "Fallecido", "fallecido", "N/A", "Activo");
        assertThat(generated.values("Tipo de contagio"))
                .contains("En estudio", "EN ESTUDIO", "RELACIONADO", "Relacionado", "Comunitaria", "Importado");
        assertThat(generated.values("Código DIVIPOLA departamento"))
                .contains("8", "13", "47", "9", "14", "48", "8001", "13001", "47001", "5", "05");
        assertThat(generated.values("Nombre departamento"))
                .contains(
                        "STA MARTA D.E.",
                        "NORTE SANTANDER",
                        "GUAJIRA",
                        "VALLE",
                        "SAN ANDRES",
                        "BOGOTA",
                        "Bogotá D.C.",
                        "BOGOTA. D.C.",
                        "Buenaventura D.E.",
                        "antioquia");
        assertThat(generated.values("Código DIVIPOLA municipio")).contains("5001", "05001");
        assertThat(generated.values("Unidad de medida de edad")).containsExactlyInAnyOrder("1", "2", "3");
        assertThat(generated.values("Código ISO del país")).contains("", "724", "76", "32");
        assertThat(generated.values("Pertenencia étnica")).containsExactlyInAnyOrder("1", "2", "3", "4", "5", "6");
        assertThat(generated.values("Fecha de inicio de síntomas")).contains("Asintomático", "-   -", "");
        assertThat(dateForms(generated, "Fecha de diagnóstico"))
                .contains("D/D/D D:D:D", "D/D/D", "D-D-DTD:D:D.D", "D-D-D D:D:D");
        assertThat(generated.values("Fecha de diagnóstico")).anyMatch(value -> value.matches("\\d{4}/\\d\\d/.*"));
        assertThat(generated.csv().contains(",\"Hospital UCI\",")).isTrue();
        assertThat(generated.csv().contains(",\"UITOTO, MURUY")).isTrue();
    }

    @Test
    void theReleasesOf2020HaveTheirOwnWords() throws IOException {
        Generated july = generate(SAMPLE.under(CaseHeader.JULY_2020));

        assertThat(july.values("atención"))
                .contains("Casa", "Hospital", "Hospital UCI", "Fallecido", "Recuperado", "N/A");
        assertThat(july.values("Departamento o Distrito "))
                .contains(
                        "Barranquilla D.E.",
                        "Cartagena D.T. y C.",
                        "Santa Marta D.T. y C.",
                        "Buenaventura D.E.",
                        "Archipiélago de San Andrés Providencia y Santa Catalina");
        assertThat(july.values("Codigo departamento")).contains("8", "9", "8001", "13", "14", "48");
        assertThat(july.values("Código DIVIPOLA")).contains("05001", "5001");
        assertThat(july.values("FIS")).contains("Asintomático");
        assertThat(july.values("Pertenencia etnica"))
                .contains("", "Otro", "Negro", "Indígena", "Rom", "Raizal", "Palenquero");
    }

    @Test
    void moreOldPeopleAndMoreMenDie() throws IOException {
        Map<Boolean, int[]> byAge = new HashMap<>(Map.of(true, new int[2], false, new int[2]));
        Map<Boolean, int[]> bySex = new HashMap<>(Map.of(true, new int[2], false, new int[2]));
        for (CSVRecord record : generate(SAMPLE).records()) {
            boolean old =
                    record.get("Unidad de medida de edad").equals("1") && Integer.parseInt(record.get("Edad")) >= 60;
            int died = record.get("Recuperado").equalsIgnoreCase("Fallecido") ? 1 : 0;
            byAge.get(old)[died]++;
            bySex.get(record.get("Sexo").equalsIgnoreCase("M"))[died]++;
        }

        assertThat(rate(byAge.get(true))).isGreaterThan(8 * rate(byAge.get(false)));
        assertThat(rate(bySex.get(true))).isGreaterThan(1.3 * rate(bySex.get(false)));
    }

    @Test
    void bogotaHasTheShareOfItsPeopleAndIncidence() throws IOException {
        SampleFigures figures = generate(SAMPLE).figures();

        assertThat(figures.casesByDepartment().get("11") / (double) figures.cases())
                .isCloseTo(0.297, within(0.01));
    }

    @Test
    void theNextDeliveryHasAllRowsOfTheOneBeforeSomeChangedAndNewOnes() throws IOException {
        Generated first = generate(SAMPLE);
        Generated second = generate(SAMPLE.next(1500));
        Map<String, List<String>> before = meanings(first);
        Map<String, List<String>> after = meanings(second);
        long changed = before.entrySet().stream()
                .filter(row -> !after.get(row.getKey()).equals(row.getValue()))
                .count();

        assertThat(second.figures().rows()).isEqualTo(61_500);
        assertThat(after.keySet().containsAll(before.keySet())).isTrue();
        assertThat(second.figures().added()).isEqualTo(after.size() - before.size());
        assertThat(second.figures().changed()).isEqualTo(changed).isBetween(500L, 3000L);
        assertThat(second.figures().casesByOutcome().get(Outcome.DIED))
                .isGreaterThan(first.figures().casesByOutcome().get(Outcome.DIED));
    }

    @Test
    void aFileAppearsOnlyWhenItIsWhole(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("new/cases.csv");
        List<Long> progress = new ArrayList<>();

        new CaseGenerator(CaseSample.of(250_000, 1)).writeTo(file, rows -> {
            progress.add(rows);
            assertThat(file).doesNotExist();
        });

        assertThat(progress).containsExactly(100_000L, 200_000L, 250_000L);
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    private static Generated generate(CaseSample sample) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SampleFigures figures = new CaseGenerator(sample).writeTo(out, rows -> {});
        return new Generated(figures, out.toString(UTF_8));
    }

    /** Returns, by ID, what each readable row says about state and end. */
    private static Map<String, List<String>> meanings(Generated generated) throws IOException {
        Map<String, List<String>> meanings = new LinkedHashMap<>();
        for (CSVRecord record : generated.records()) {
            if (!record.get("ID de caso").isEmpty()
                    && !record.get("Nombre departamento").equals("POR DEFINIR")
                    && !isFebruary31(record.get("fecha reporte web"))) {
                meanings.put(
                        record.get("ID de caso"),
                        List.of(
                                record.get("Estado").toLowerCase(Locale.ROOT),
                                record.get("Recuperado").toLowerCase(Locale.ROOT)));
            }
        }
        return meanings;
    }

    private static Set<String> dateForms(Generated generated, String column) throws IOException {
        Set<String> forms = new HashSet<>();
        generated.values(column).forEach(value -> forms.add(value.replaceAll("\\d+", "D")));
        return forms;
    }

    private static boolean isFebruary31(String value) {
        return FEBRUARY_31.matcher(value).matches();
    }

    private static double rate(int[] counts) {
        return counts[1] / (double) (counts[0] + counts[1]);
    }

    private static long sum(Map<?, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
