package io.laguna.emulator.crawl.cases;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.emulator.crawl.cases.CaseFile.Case;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.services.glue.model.Partition;
import software.amazon.awssdk.services.glue.model.Table;
import software.amazon.awssdk.services.glue.model.TableInput;

/** Files, crawls of them, and the tables that come of it: the cases are in text files, {@code aws.txt} explains them. */
class CrawlCasesTest {
    @TestFactory
    Stream<DynamicTest> cases() {
        return Stream.of("aws", "csv", "json", "formats", "classifiers", "grouping", "second-runs", "delta")
                .flatMap(file -> CaseFile.read(file + ".txt").stream()
                        .map(each ->
                                DynamicTest.dynamicTest(file + ": " + each.name(), () -> new Player(each).play())));
    }

    private static final class Player {
        private final Scene scene = new Scene();
        private final List<String> lines;
        private int position;

        Player(Case played) {
            this.lines = played.lines();
        }

        void play() throws IOException, InterruptedException {
            while (position < lines.size()) {
                String line = lines.get(position++);
                String rest = line.substring(line.indexOf(' ') + 1);
                switch (line.split(" ", -1)[0]) {
                    case "put" -> put(rest.split(" ", -1));
                    case "delete" -> scene.store.delete(rest);
                    case "classifier" -> scene.classifiers.add(ClassifierLine.of(rest));
                    case "hand" -> byHand(rest);
                    case "drop" -> scene.catalog.drop(rest);
                    case "run" -> scene.run(Options.of(rest));
                    case "none" -> scene.expectTables(List.of());
                    case "table" -> tables();
                    case "with" -> with(rest.split(" ", 2));
                    case "without" -> assertThat(parameters(rest.split(" ", -1)[0]))
                            .doesNotContainKey(rest.split(" ", -1)[1]);
                    case "manifest" -> manifest(rest);
                    case "manifests" -> assertThat(scene.manifests).isEmpty();
                    case "serde" -> serde(rest.split(" ", 3));
                    case "told" -> assertThat(scene.told).anyMatch(told -> told.contains(rest));
                    case "untold" -> assertThat(scene.told).noneMatch(told -> told.contains(rest));
                    default -> throw new IllegalArgumentException(line);
                }
            }
        }

        /** The lines of a file follow, each behind {@code "| "}, or a number of times behind {@code "|N "}. */
        private void put(String[] words) throws IOException {
            String[] kind = (words.length > 1 ? words[1] : "none").split(":", -1);
            if (kind[0].equals("binary")) {
                scene.store.put(words[0], CaseFile.bytes("binary/" + kind[1]));
                return;
            }
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            while (position < lines.size() && lines.get(position).startsWith("|")) {
                String line = lines.get(position++);
                int space = line.indexOf(' ');
                int times = space == 1 ? 1 : Integer.parseInt(line.substring(1, space));
                byte[] bytes = unescaped(line.substring(space + 1)).getBytes(StandardCharsets.UTF_8);
                for (int i = 0; i < times; i++) {
                    content.write(bytes);
                }
            }
            scene.store.put(words[0], Compressed.of(kind[0], content.toByteArray()));
        }

        private static String unescaped(String line) {
            String text = line.replace("\\t", "\t")
                    .replace("\\u0000", "\0")
                    .replace("\\u0001", "\u0001")
                    .replace("\\ufeff", "\ufeff")
                    .replace("\\r", "\r");
            return text.endsWith("\\c") ? text.substring(0, text.length() - 2) : text + "\n";
        }

        /** A table that somebody has made: its name and place, then parameters, then its columns, as in other lines. */
        private void byHand(String line) {
            Options options = Options.of(line);
            scene.catalog.put(TableInput.builder()
                    .name(options.get("name", ""))
                    .tableType("EXTERNAL_TABLE")
                    .parameters(Parameters.of(options.all("parameter")))
                    .partitionKeys(Parameters.columns(options.get("keys", "")))
                    .storageDescriptor(storage -> storage.location(options.get("location", ""))
                            .columns(Parameters.columns(options.get("columns", "")))
                            .serdeInfo(serde -> serde.parameters(Map.of())))
                    .build());
        }

        private void tables() {
            position--;
            List<String> expected = new ArrayList<>();
            while (position < lines.size() && lines.get(position).matches("(table|columns|keys|partition)( .*)?")) {
                expected.add(lines.get(position++).strip());
            }
            scene.expectTables(expected);
        }

        /** {@code with table name=value}, or {@code with table[values] name=value} of a partition. */
        private void with(String[] words) {
            int equals = words[1].indexOf('=');
            assertThat(parameters(words[0]))
                    .containsEntry(words[1].substring(0, equals), unescaped(words[1].substring(equals + 1) + "\\c"));
        }

        /** {@code manifest key/of it/manifest lines}: the key ends with {@code /manifest}. */
        private void manifest(String line) {
            String end = "/manifest";
            int keyEnds = line.indexOf(end, line.indexOf("_symlink_format_manifest") + end.length()) + end.length();
            assertThat(scene.manifests)
                    .containsEntry(
                            line.substring(0, keyEnds),
                            line.substring(keyEnds)
                                    .strip()
                                    .lines()
                                    .map(file -> file + "\n")
                                    .collect(joining()));
        }

        private void serde(String[] words) {
            Table table = scene.table(words[0]);
            String library = table.storageDescriptor().serdeInfo().serializationLibrary();
            assertThat(String.valueOf(library)).endsWith(words[1]);
            if (words.length > 2) {
                int equals = words[2].indexOf('=');
                assertThat(table.storageDescriptor().serdeInfo().parameters())
                        .containsEntry(
                                words[2].substring(0, equals), unescaped(words[2].substring(equals + 1) + "\\c"));
            }
        }

        private Map<String, String> parameters(String name) {
            int bracket = name.indexOf('[');
            if (bracket < 0) {
                Table table = scene.table(name);
                assertThat(Parameters.withoutMark(table.storageDescriptor().parameters()))
                        .as("the parameters are on the storage descriptor too")
                        .isEqualTo(
                                table.storageDescriptor().hasParameters()
                                        ? Parameters.withoutMark(table.parameters())
                                        : Map.of());
                return table.parameters();
            }
            return scene.catalog.partitions(name.substring(0, bracket)).stream()
                    .filter(partition ->
                            partition.values().toString().replace(" ", "").equals(name.substring(bracket)))
                    .map(Partition::parameters)
                    .findFirst()
                    .orElseThrow();
        }
    }
}
