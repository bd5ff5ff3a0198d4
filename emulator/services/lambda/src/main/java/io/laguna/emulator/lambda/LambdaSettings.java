package io.laguna.emulator.lambda;

import io.laguna.emulator.kit.seal.Seal;
import io.laguna.emulator.lambda.request.Peers;
import io.laguna.engines.process.Workspace;
import java.nio.file.Path;

/**
 * The settings that Lambda works with.
 *
 * @param folder for code and environments
 * @param endpoint at which functions and fetchers of code reach the lake: {@code http://127.0.0.1:4566}
 * @param seal for the variables of environments
 */
public record LambdaSettings(Workspace workspace, Path folder, String endpoint, Seal seal, Peers peers) {}
