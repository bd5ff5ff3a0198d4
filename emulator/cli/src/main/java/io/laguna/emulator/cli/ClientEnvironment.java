package io.laguna.emulator.cli;

import io.laguna.emulator.edge.signature.AccessKey;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.lake.LakeAddresses;
import io.laguna.emulator.lake.LakeKeys;
import io.laguna.engines.certificate.TrustedRoot;
import io.laguna.engines.process.Workspace;
import java.util.LinkedHashMap;
import java.util.Map;

/** The variables that make AWS clients talk to the lake that is up. */
final class ClientEnvironment {
    private ClientEnvironment() {}

    /**
     * Returns the variables, in the order in which they are printed.
     *
     * @see <a href="https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html">AWS SDKs' settings</a>
     */
    static Map<String, String> of(Workspace workspace) {
        LakeAddresses addresses = RunningLake.find(workspace)
                .orElseThrow(() -> new CommandFailure("The lake is not up. Start it with ./laguna up."));
        AccessKey key = LakeKeys.of(workspace.state()).own();
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("AWS_ENDPOINT_URL", addresses.endpoint());
        variables.put("AWS_ACCESS_KEY_ID", key.accessKeyId());
        variables.put("AWS_SECRET_ACCESS_KEY", key.secretAccessKey());
        variables.put("AWS_REGION", Caller.DEFAULT_REGION);
        variables.put("AWS_DEFAULT_REGION", Caller.DEFAULT_REGION);
        variables.putAll(TrustedRoot.variables(workspace));
        return variables;
    }
}
