package io.laguna.pipelines.profile;

import java.util.List;
import java.util.Optional;

/**
 * The source database of a pipeline.
 *
 * @param url {@code jdbc:mysql://host:port/covid}
 * @param user may read the database
 * @param passwordFile where the job reads the user's password: an {@code s3://} URI. A step's arguments can be read by
 *     whoever may describe the step, so the password itself is in none
 * @param jars the JDBC driver, where Spark does not bring it along: {@code s3://} URIs
 */
public record Source(String url, String user, Optional<String> passwordFile, List<String> jars) {
    public Source {
        jars = List.copyOf(jars);
    }
}
