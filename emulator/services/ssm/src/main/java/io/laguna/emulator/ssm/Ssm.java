package io.laguna.emulator.ssm;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.Service;
import io.laguna.emulator.kit.seal.Seal;
import io.laguna.emulator.kit.state.State;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/**
 * The Parameter Store of AWS Systems Manager. One per process; every account has its own parameters in every region.
 *
 * @see <a href="https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-parameter-store.html">
 *     Parameter Store</a>
 */
public final class Ssm implements Service<SsmClient> {
    private final State state;
    private final Seal seal;
    private final Function<Caller, SecretsManagerClient> secrets;
    private final Clock clock;

    private Ssm(State state, Seal seal, Function<Caller, SecretsManagerClient> secrets, Clock clock) {
        this.state = state;
        this.seal = seal;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * Opens the service.
     *
     * @param state closed by whoever opened it
     * @param secrets Secrets Manager, whose secrets are parameters below {@code /aws/reference/secretsmanager/}
     */
    public static Ssm open(State state, Seal seal, Function<Caller, SecretsManagerClient> secrets) {
        return new Ssm(state, seal, secrets, Clock.systemUTC());
    }

    @Override
    public List<SsmClient> rooms(Caller caller) {
        return List.of(
                new ParameterWrites(caller, state, seal, clock),
                new ParameterReads(caller, state, seal, secrets),
                new ParameterLists(caller, state, seal),
                new Labels(caller, state),
                new Tags(caller, state));
    }

    @Override
    public void close() {}
}
