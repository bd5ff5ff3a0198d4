package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The comparison of two lakes whose refined zones have been made of the same cases: their marts have the same rows, to
 * the last digit. The figures of the model are not compared, because they depend on which rows meet in which task.
 */
record ZoneComparison(Path one, Path other) {
    private static final String MODEL = "recovery_model";

    /**
     * Compares two lakes.
     *
     * @param one a lake's folder with {@code zones/} in it
     */
    static void assertSame(Path one, Path other) {
        ZoneComparison comparison = new ZoneComparison(one, other);
        List<String> marts = comparison.marts();
        assertThat(marts).hasSizeGreaterThan(8);
        marts.forEach(comparison::assertSameMart);
    }

    /** Returns the names of the refined tables but the model's. */
    List<String> marts() {
        try (Stream<Path> folders = Files.list(one.resolve("zones/refined/covid"))) {
            return folders.filter(ZoneComparison::isTable)
                    .map(folder -> folder.getFileName().toString())
                    .filter(name -> !name.startsWith(MODEL))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assertSameMart(String mart) {
        ZoneFiles files = new ZoneFiles(one);
        String here = rows(one, mart);
        String there = rows(other, mart);
        assertThat(files.rows(
                        "(" + here + " except all " + there + ") union all (" + there + " except all " + here + ")"))
                .as(mart)
                .isEmpty();
    }

    private static String rows(Path lake, String mart) {
        return "select columns(c -> c <> 'snapshot') from " + new ZoneFiles(lake).table("refined", mart);
    }

    private static boolean isTable(Path folder) {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.anyMatch(name -> name.getFileName().toString().startsWith("snapshot="));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
