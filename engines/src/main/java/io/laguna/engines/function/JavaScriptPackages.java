package io.laguna.engines.function;

import io.laguna.engines.process.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The packages that functions in Node.js may import without bringing them: the AWS SDK for JavaScript 3. The build makes them
 * ({@code engines/javascript/install}), unless it had no npm or reached no registry.
 *
 * @param engine {@code engines/javascript}
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/lambda-nodejs.html#nodejs-sdk-included">Runtime-included SDK
 *     versions</a>
 */
record JavaScriptPackages(Path engine) {
    /** Returns the packages of an installation. */
    static JavaScriptPackages of(Workspace workspace) {
        return new JavaScriptPackages(workspace.home().resolve("engines/javascript"));
    }

    /** Returns the folder that has them in its {@code node_modules}. */
    Path folder() {
        return engine.resolve("target/javascript");
    }

    /** Tells whether they are there. */
    boolean areBuilt() {
        return Files.exists(folder().resolve("made-of"));
    }

    /** Returns why they are not there, with the command that mends it. */
    String reason() {
        try {
            return Files.readString(engine.resolve("target/refusal")).strip();
        } catch (IOException e) {
            return "Laguna was built without the AWS SDK for JavaScript. This brings it: " + engine.resolve("install");
        }
    }
}
