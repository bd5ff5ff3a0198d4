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
 * The headers of the case files are listed twice, by the ingest and by the job that reads what was ingested: neither module
 * may know the other.
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

    /** Returns the job's own list, whose classes are not on this class path, as Spark is not. */
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
