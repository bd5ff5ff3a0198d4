package io.laguna.apps.covid.population;

import io.laguna.apps.lake.WholeFile;
import java.nio.charset.StandardCharsets;
import org.apache.spark.sql.SparkSession;

/** A password that is kept in a file. */
public final class Password {

    private Password() {}

    /** Returns the file's content, without the end of line that editors and echo leave. */
    public static String in(SparkSession spark, String uri) {
        return new String(WholeFile.read(spark, uri), StandardCharsets.UTF_8).replaceFirst("\\R\\z", "");
    }
}
