package io.laguna.pipelines.profile;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Properties of an application, in the form that EMR and EMR Serverless take them.
 *
 * @param classification {@code spark-defaults}
 * @see <a href="https://docs.aws.amazon.com/emr/latest/ReleaseGuide/emr-configure-apps.html">Configure applications</a>
 */
public record Configuration(
        @JsonProperty(value = "Classification", required = true) String classification,
        @JsonProperty(value = "Properties", required = true) SortedMap<String, String> properties) {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);

    public Configuration {
        properties = new TreeMap<>(properties);
    }

    /**
     * Returns the configurations that a profile sends: those of its folder for every catalog, and those for its own.
     *
     * @throws ProfileException when a file of the folder is missing or no list of configurations
     */
    public static List<Configuration> of(Profile profile) {
        Optional<Path> folder = profile.configurations();
        if (folder.isEmpty()) {
            return List.of();
        }
        List<Configuration> all = new ArrayList<>(read(folder.get().resolve("spark.json")));
        if (profile.catalog() == Catalog.GLUE) {
            all.addAll(read(folder.get().resolve(glue(profile.place()))));
        }
        return merged(all);
    }

    /** Merges configurations of one classification: a request may hold a classification once. */
    private static List<Configuration> merged(List<Configuration> all) {
        Map<String, SortedMap<String, String>> byName = new LinkedHashMap<>();
        all.forEach(each -> byName.computeIfAbsent(each.classification(), name -> new TreeMap<>())
                .putAll(each.properties()));
        return byName.entrySet().stream()
                .map(each -> new Configuration(each.getKey(), each.getValue()))
                .toList();
    }

    /**
     * Returns the file for the Glue catalog: a cluster has files of Hive's for Spark, an application takes Spark's
     * properties only.
     */
    private static String glue(Place place) {
        return place instanceof Place.Cluster ? "emr-glue.json" : "emr-serverless-glue.json";
    }

    private static List<Configuration> read(Path file) {
        try {
            return JSON.readValue(file.toFile(), new TypeReference<List<Configuration>>() {});
        } catch (IOException e) {
            throw new ProfileException("The configurations in " + file + " cannot be read: " + e.getMessage());
        }
    }
}
