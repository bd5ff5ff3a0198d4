package io.laguna.engines.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.laguna.engines.process.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of where functions in Node.js find packages, with namespaces and without, in a real Node.js. */
class NodeRuntimeTest {
    private static final long MEMORY = 256L << 20;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String SDK = "node_modules/@aws-sdk/";

    @TempDir
    private Path scratch;

    private Path home;
    private Path task;
    private Path layers;

    @BeforeEach
    void folders() throws IOException {
        home = Files.createDirectories(scratch.resolve("home"));
        task = Files.createDirectories(scratch.resolve("task"));
        layers = Files.createDirectories(scratch.resolve("layers/nodejs")).getParent();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anEsModuleFindsThePackagesOfTheRuntime(boolean namespaces) throws IOException {
        brought("client-a", "the runtime's");
        handler("import { from } from '@aws-sdk/client-a';\nexport const handler = async () => from;\n");

        assertThat(answer(namespaces, "20.x")).isEqualTo("\"the runtime's\"");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatTheFunctionImportsLaterIsFoundToo(boolean namespaces) throws IOException {
        brought("client-a", "the runtime's");
        write(
                task.resolve("index.js"),
                "exports.handler = async () => [require('@aws-sdk/client-a') === (await import('@aws-sdk/client-a')).default];\n");

        assertThat(answer(namespaces, "20.x")).isEqualTo("[true]");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void thePackagesOfTheFunctionComeFirstThenThoseOfItsLayers(boolean namespaces) throws IOException {
        brought("client-a", "the runtime's");
        brought("client-b", "the runtime's");
        brought("client-c", "the runtime's");
        common(layers.resolve("nodejs").resolve(SDK + "client-b"), "a layer's");
        common(layers.resolve("nodejs").resolve(SDK + "client-c"), "a layer's");
        common(layers.resolve("nodejs/node20").resolve(SDK + "client-b"), "a layer's of the release");
        common(task.resolve(SDK + "client-c"), "its own");
        handler(
                "import * as a from '@aws-sdk/client-a';\nimport * as b from '@aws-sdk/client-b';\n"
                        + "import * as c from '@aws-sdk/client-c';\nexport const handler = async () => [a.from, b.from, c.from];\n");

        assertThat(answer(namespaces, "20.x"))
                .isEqualTo("[\"the runtime's\",\"a layer's of the release\",\"its own\"]");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anEsModuleOfALayerImportsPackagesOfLayersAndOfTheRuntime(boolean namespaces) throws IOException {
        brought("client-a", "the runtime's");
        common(layers.resolve("nodejs/node20/node_modules/plain"), "a layer's");
        Path module = layers.resolve("nodejs/node_modules/modern");
        write(module.resolve("package.json"), "{\"type\": \"module\", \"exports\": {\".\": \"./main.js\"}}");
        write(
                module.resolve("main.js"),
                "import { from as a } from '@aws-sdk/client-a';\nimport { from as b } from 'plain';\nexport const both = [a, b];\n");
        handler("import { both } from 'modern';\nexport const handler = async () => both;\n");

        assertThat(answer(namespaces, "20.x")).isEqualTo("[\"the runtime's\",\"a layer's\"]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            20.x | @aws-sdk/client-z | without the AWS SDK for JavaScript. This brings it: HOME/engines/javascript/install
            16.x | @aws-sdk/client-z | to nodejs18.x and later
            16.x | aws-sdk           | version 2 of the AWS SDK for JavaScript
            20.x | aws-sdk/clients/s3 | version 2 of the AWS SDK for JavaScript
            """)
    void anErrorSaysWhatBringsTheSdk(String release, String name, String advice) throws IOException {
        handler("import * as sdk from '" + name + "';\nexport const handler = async () => 1;\n");

        assertThat(answer(true, release))
                .contains("Runtime.ImportModuleError", "'" + name.replace("/clients/s3", ""))
                .contains(advice.replace("HOME", home.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"require", "import"})
    void aPackageThatIsNotBroughtIsNamedWithThosePackagesThatAre(String way) throws IOException {
        brought("client-a", "the runtime's");
        if (way.equals("require")) {
            write(task.resolve("index.js"), "require('@aws-sdk/client-z');\n");
        } else {
            handler("import '@aws-sdk/client-z';\n");
        }

        assertThat(answer(true, "20.x"))
                .contains("Runtime.ImportModuleError", "@aws-sdk/client-z", "engines/javascript/package.json");
    }

    @Test
    void theBuildsOwnReasonIsTold() throws IOException {
        write(home.resolve("engines/javascript/target/refusal"), "The registry was not reached.");
        handler("import '@aws-sdk/client-z';\n");

        assertThat(answer(true, "20.x")).contains("Runtime.ImportModuleError", "The registry was not reached.");
    }

    private void handler(String module) throws IOException {
        write(task.resolve("index.mjs"), module);
    }

    /** Makes a package of the runtime, as the build does. */
    private void brought(String name, String from) throws IOException {
        Path folder = home.resolve("engines/javascript/target/javascript");
        common(folder.resolve(SDK + name), from);
        write(folder.resolve("made-of"), "tests");
    }

    private static void common(Path folder, String from) throws IOException {
        write(folder.resolve("package.json"), "{\"main\": \"./main.js\"}");
        write(folder.resolve("main.js"), "exports.from = \"" + from + "\";\n");
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** Returns what the function answers, or the error with which it starts. */
    private String answer(boolean namespaces, String release) throws IOException {
        FunctionView view = new FunctionView(namespaces ? scratch.resolve("probe") : unmountable());
        assumeThat(view.refusal().isEmpty())
                .as("This machine allows namespaces: %s", view.refusal())
                .isEqualTo(namespaces);
        FunctionRuntimes runtimes =
                FunctionRuntimes.of(Workspace.of(home, scratch.resolve("lake")), scratch.resolve("runtime"));
        FunctionRuntime runtime = runtimes.find("nodejs" + release);
        assumeThat(((NodeRuntime) runtime).node()).as("Node.js is there").isPresent();
        FunctionFolders here = new FunctionFolders(
                task, Optional.of(layers), runtimes.folder(), runtime.language(), scratch.resolve("own"));
        FunctionFolders seen = view.seen(here);
        FunctionRuntime.Program program = runtime.program(here, seen, "index.handler", MEMORY);
        Map<String, String> variables = new HashMap<>(program.variables());
        variables.put("LAMBDA_TASK_ROOT", seen.task().toString());
        variables.put("_HANDLER", "index.handler");
        FunctionCommand command = new FunctionCommand(program.words(), variables, here, MEMORY);
        Queue<String> printed = new ConcurrentLinkedQueue<>();
        try (FunctionEnvironment environment = FunctionEnvironment.start(view, command, printed::add)) {
            Outcome outcome = environment.ready(PATIENCE);
            if (outcome instanceof Outcome.Ready) {
                long deadline = System.currentTimeMillis() + PATIENCE.toMillis();
                outcome = environment.invoke(new Call("1", Payload.of("{}"), deadline, "arn", "", ""), PATIENCE);
            }
            if (outcome instanceof Outcome.Answered answered) {
                return answered.body().text();
            }
            if (outcome instanceof Outcome.Failed failed) {
                return failed.body().text();
            }
            throw new AssertionError(outcome + ": " + printed);
        }
    }

    /** Returns a probe that cannot be shown to a function: this machine then does as one that allows no namespaces. */
    private Path unmountable() throws IOException {
        Path probe = Files.createDirectories(scratch.resolve("unmountable"));
        Files.createSymbolicLink(probe.resolve("nothing"), Path.of("/nowhere/at/all"));
        return probe;
    }
}
