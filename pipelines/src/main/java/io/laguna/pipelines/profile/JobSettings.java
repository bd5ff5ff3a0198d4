package io.laguna.pipelines.profile;

import io.laguna.pipelines.step.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The settings with which Spark jobs are submitted.
 *
 * @param deployMode {@code client} or {@code cluster}
 * @param conf Spark properties of every job
 */
public record JobSettings(String deployMode, SortedMap<String, String> conf) {
    public JobSettings {
        conf = new TreeMap<>(conf);
    }

    /** Returns these settings with another property. */
    public JobSettings with(String key, String value) {
        SortedMap<String, String> more = new TreeMap<>(conf);
        more.put(key, value);
        return new JobSettings(deployMode, more);
    }

    /** Returns the options of {@code spark-submit} for a step, without the deploy mode. */
    public List<String> options(Step step) {
        List<String> words = new ArrayList<>();
        SortedMap<String, String> properties = new TreeMap<>(step.conf());
        properties.putAll(conf);
        properties.forEach((key, value) -> words.addAll(List.of("--conf", key + "=" + value)));
        if (!step.jars().isEmpty()) {
            words.addAll(List.of("--jars", String.join(",", step.jars())));
        }
        words.addAll(List.of("--class", step.mainClass()));
        return words;
    }
}
