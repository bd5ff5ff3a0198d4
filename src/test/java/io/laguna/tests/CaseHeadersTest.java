package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.pipelines.covid.ingest.CaseHeader;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Tests that the two lists of headers are equal: the ingest has one, and the job that reads the files another, because
 * neither module may know the other.
 */
class CaseHeadersTest {
    @Test
    void theIngestAndTheJobKnowTheSameHeadersWithTheSameColumns() throws IOException, ReflectiveOperationException {
        Map<String, List<String>> ingested = new LinkedHashMap<>();
        for (CaseHeader header : CaseHeader.values()) {
            ingested.put(header.name(), header.columns());
        }

        assertThat(read()).containsExactlyEntriesOf(ingested);
    }

    /** Reads the job's own list by reflection: its classes are not on this class path, and neither is Spark. */
    private static Map<String, List<String>> read() throws IOException, ReflectiveOperationException {
        URL classes = LagunaCommand.home()
                .resolve("spark-apps/target/classes")
                .toUri()
                .toURL();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {classes}, ClassLoader.getPlatformClassLoader())) {
            Class<?> release = loader.loadClass("io.laguna.apps.covid.cases.Release");
            Method names = release.getDeclaredMethod("names");
            names.setAccessible(true);
            Map<String, List<String>> columns = new LinkedHashMap<>();
            for (Object constant : release.getEnumConstants()) {
                List<String> found = ((List<?>) names.invoke(constant))
                        .stream().map(String.class::cast).toList();
                columns.put(((Enum<?>) constant).name(), found);
            }
            return columns;
        }
    }
}
