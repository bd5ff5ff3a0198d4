package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.laguna.tests.LagunaCommand.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Terraform in a folder, on a lake. The program is whichever is on this machine; its AWS provider comes from the folder that
 * {@code LAGUNA_TERRAFORM_PLUGINS} names (a file system mirror), or from where the machine's own settings say.
 *
 * @param variables of the environment, for the lake's address and key
 */
record Terraform(Path folder, Map<String, String> variables) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int NOTHING_TO_DO = 0;
    private static final int CHANGES = 2;

    /** Prepares a folder, or skips the test and says what is missing. */
    static Terraform in(Path folder, Map<String, String> variables) {
        Terraform terraform = new Terraform(folder, variables);
        assumeThat(terraform.isHere())
                .as("terraform is here: without the program on the path nothing of this is tested")
                .isTrue();
        Result init = terraform.run("init", "-input=false", "-no-color");
        assumeThat(init.exitCode())
                .as("terraform init finds the AWS provider: " + init.output())
                .isZero();
        return terraform;
    }

    private boolean isHere() {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(path -> Files.isExecutable(Path.of(path, "terraform")));
    }

    /** Applies the configuration, with values of variables: {@code changed=true}. */
    void apply(String... values) {
        succeed(with(values, "apply", "-auto-approve", "-input=false", "-no-color"));
    }

    void destroy(String... values) {
        succeed(with(values, "destroy", "-auto-approve", "-input=false", "-no-color"));
    }

    /** Returns the addresses of what a plan would change now, each with what it would do and with which attributes. */
    List<String> plan(String... values) {
        Result plan = run(with(values, "plan", "-detailed-exitcode", "-out=plan.out", "-input=false", "-no-color")
                .toArray(String[]::new));
        if (plan.exitCode() == NOTHING_TO_DO) {
            return List.of();
        }
        assertThat(plan.exitCode()).as(plan.output()).isEqualTo(CHANGES);
        return changes();
    }

    private List<String> changes() {
        List<String> changes = new ArrayList<>();
        for (JsonNode each : json("show", "-json", "plan.out").path("resource_changes")) {
            JsonNode change = each.path("change");
            String actions = change.path("actions").toString();
            if (!actions.equals("[\"no-op\"]") && !actions.equals("[\"read\"]")) {
                changes.add(each.path("address").asText() + " " + actions + " " + differences(change));
            }
        }
        return changes;
    }

    private static List<String> differences(JsonNode change) {
        List<String> names = new ArrayList<>();
        change.path("after").properties().forEach(member -> {
            JsonNode before = change.path("before").path(member.getKey());
            if (!before.equals(member.getValue())) {
                names.add(member.getKey() + ": " + before + " -> " + member.getValue());
            }
        });
        return names;
    }

    /** Returns the addresses of all resources in the state. */
    List<String> resources() {
        return run("state", "list")
                .output()
                .lines()
                .filter(address -> !address.startsWith("data."))
                .toList();
    }

    /** Returns an attribute of a resource in the state: {@code aws_s3_bucket.one.id}. */
    String attribute(String path) {
        String address = path.substring(0, path.lastIndexOf('.'));
        for (JsonNode each :
                json("show", "-json").path("values").path("root_module").path("resources")) {
            if (each.path("address").asText().equals(address)) {
                return each.path("values")
                        .path(path.substring(address.length() + 1))
                        .asText();
            }
        }
        throw new AssertionError("No resource " + address);
    }

    /** Takes resources out of the state; they stay where they are. */
    void forget(List<String> addresses) {
        List<String> words = new ArrayList<>(List.of("state", "rm"));
        words.addAll(addresses);
        succeed(words);
    }

    private JsonNode json(String... words) {
        try {
            return JSON.readTree(run(words).output());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> with(String[] values, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        Stream.of(values).map(value -> "-var=" + value).forEach(all::add);
        return all;
    }

    private void succeed(List<String> words) {
        Result result = run(words.toArray(String[]::new));
        assertThat(result.exitCode())
                .as("terraform " + words.get(0) + ":\n" + result.output())
                .isZero();
    }

    private Result run(String... words) {
        List<String> command = new ArrayList<>(List.of("terraform"));
        command.addAll(List.of(words));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_") || name.startsWith("TF_"));
        builder.environment().putAll(variables);
        settings().ifPresent(file -> builder.environment().put("TF_CLI_CONFIG_FILE", file.toString()));
        try {
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    private Optional<Path> settings() {
        return Optional.ofNullable(System.getenv("LAGUNA_TERRAFORM_PLUGINS")).map(plugins -> {
            try {
                return Files.writeString(
                        folder.resolve(".terraformrc"),
                        "provider_installation {\n  filesystem_mirror {\n    path = \"" + plugins + "\"\n  }\n}\n");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
