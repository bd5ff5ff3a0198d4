package io.laguna.tests;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import software.amazon.awssdk.services.emr.model.Application;
import software.amazon.awssdk.services.emr.model.BootstrapActionConfig;
import software.amazon.awssdk.services.emr.model.Configuration;
import software.amazon.awssdk.services.emr.model.RunJobFlowRequest;

/**
 * A transient cluster of EMR and its steps with their expected outcomes, from emr-steps.txt or emr-definitions.txt.
 *
 * @param settings its lines in the file: the first word says what is set, and the others to what
 */
record EmrClusterOfSteps(String name, List<List<String>> settings, List<EmrStep> steps) {
    private static final String HEADER = "= ";

    static Stream<EmrClusterOfSteps> all(String file) {
        List<EmrClusterOfSteps> clusters = new ArrayList<>();
        for (String text : read(file).split("\n\n+", -1)) {
            List<String> block = List.of(text.strip().split("\n", -1));
            if (block.get(0).startsWith(HEADER)) {
                clusters.add(new EmrClusterOfSteps(
                        block.get(0).substring(HEADER.length()),
                        block.stream()
                                .skip(1)
                                .map(line -> List.of(line.split(" ", -1)))
                                .toList(),
                        new ArrayList<>()));
            } else if (block.contains("---")) {
                clusters.get(clusters.size() - 1).steps().add(EmrStep.of(file, block));
            }
        }
        return clusters.stream();
    }

    /** Returns the request that makes the cluster, with its logs below a folder of S3. */
    RunJobFlowRequest request(String logs) {
        return RunJobFlowRequest.builder()
                .name(name)
                .releaseLabel(values("release").findFirst().orElse("emr-7.10.0"))
                .serviceRole("EMR_DefaultRole")
                .jobFlowRole("EMR_EC2_DefaultRole")
                .logUri(logs)
                .applications(values("applications")
                        .map(application ->
                                Application.builder().name(application).build())
                        .toList())
                .bootstrapActions(values("bootstrap")
                        .map(path -> BootstrapActionConfig.builder()
                                .name(path)
                                .scriptBootstrapAction(script -> script.path(path))
                                .build())
                        .toList())
                .configurations(settings.stream()
                        .filter(line -> line.get(0).equals("configuration"))
                        .map(line -> configuration(
                                List.of(line.get(1).split("/", -1)), line.get(2).split("=", 2)))
                        .toList())
                .steps(steps.stream().map(EmrStep::config).toList())
                .instances(instances -> instances
                        .masterInstanceType("m5.xlarge")
                        .instanceCount(1)
                        .keepJobFlowAliveWhenNoSteps(false))
                .build();
    }

    private Stream<String> values(String setting) {
        return settings.stream().filter(line -> line.get(0).equals(setting)).flatMap(line -> line.stream()
                .skip(1));
    }

    /** Returns the configuration of a classification, which may be within another. */
    private static Configuration configuration(List<String> path, String[] property) {
        Configuration.Builder made = Configuration.builder().classification(path.get(0));
        return path.size() == 1
                ? made.properties(Map.of(property[0], property[1])).build()
                : made.configurations(configuration(path.subList(1, path.size()), property))
                        .build();
    }

    private static String read(String name) {
        try (InputStream file = Objects.requireNonNull(EmrClusterOfSteps.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(name, e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
