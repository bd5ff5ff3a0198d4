package io.laguna.emulator.lake;

import io.laguna.emulator.iam.Iam;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.seal.Seal;
import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.secretsmanager.SecretsManager;
import io.laguna.emulator.ssm.Ssm;
import io.laguna.engines.process.Workspace;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/** The services of a lake that keep who is who, and what is secret: IAM, Secrets Manager and Parameter Store. */
final class LakeIdentities {
    private final LakeService<IamClient> iam;
    private final LakeService<SecretsManagerClient> secrets;
    private final LakeService<SsmClient> parameters;
    private final LakeDirectory directory;

    LakeIdentities(CompletableFuture<State> state, Seal seal, Workspace workspace) {
        this.secrets = new LakeService<>(
                SecretsManagerClient.class,
                "secretsmanager",
                state.thenApply(opened -> SecretsManager.open(opened, seal)));
        this.parameters = new LakeService<>(
                SsmClient.class, "ssm", state.thenApply(opened -> Ssm.open(opened, seal, secrets::client)));
        CompletableFuture<Iam> identities = state.thenApply(
                opened -> Iam.open(opened, seal, workspace.home().resolve("engines/policies/target/policies.json")));
        this.iam = new LakeService<>(
                IamClient.class, "iam", "policies are kept and answered, and forbid nothing", identities);
        this.directory = new LakeDirectory(identities);
    }

    IamClient iam(Caller caller) {
        return iam.client(caller);
    }

    SecretsManagerClient secrets(Caller caller) {
        return secrets.client(caller);
    }

    SsmClient parameters(Caller caller) {
        return parameters.client(caller);
    }

    /** Returns the keys and roles that IAM keeps. */
    LakeDirectory directory() {
        return directory;
    }

    /** Returns the services in the order in which they are closed. */
    List<LakeService<?>> services() {
        return List.of(iam, parameters, secrets);
    }
}
