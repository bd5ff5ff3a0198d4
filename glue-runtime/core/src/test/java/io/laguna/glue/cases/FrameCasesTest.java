package io.laguna.glue.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Tests of what scripts do with frames: each case of the tables, through the Python package and the JVM behind it. */
@Tag("slow")
class FrameCasesTest {
    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> everyCaseComesToWhatItsTableSays() throws IOException, InterruptedException {
        assumeTrue(PythonJob.isPossible(), "the Python of jobs is not built");
        List<Path> tables = tables();
        Path output = folder.resolve("output");
        List<String> arguments = new ArrayList<>(List.of(output.toString()));
        tables.forEach(table -> arguments.add(table.toString()));
        PythonJob.run(folder.resolve("log"), "tests/run_cases.py", arguments);
        Map<String, Map<String, String>> texts = new LinkedHashMap<>();
        for (String line : Files.readAllLines(output)) {
            JsonNode result = new ObjectMapper().readTree(line);
            texts.computeIfAbsent(result.get("case").asText(), name -> new LinkedHashMap<>())
                    .put(result.get("state").asText(), result.get("text").asText());
        }
        List<DynamicTest> tests = new ArrayList<>();
        for (Path table : tables) {
            for (Case each : Case.read(table)) {
                Map<String, String> states = texts.getOrDefault(each.name(), Map.of("once", "was not run"));
                states.forEach((state, text) -> tests.add(DynamicTest.dynamicTest(
                        each.name() + " (" + state + ")", () -> assertThat(text).isEqualTo(each.expected()))));
            }
        }
        return tests.stream();
    }

    private static List<Path> tables() throws IOException {
        Path cases =
                Path.of(System.getProperty("laguna.home"), "glue-runtime/core/src/test/resources/io/laguna/glue/cases");
        try (Stream<Path> files = Files.list(cases)) {
            return files.sorted().toList();
        }
    }
}
