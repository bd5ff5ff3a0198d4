package io.laguna.emulator.redshift.serverless;

import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.redshift.server.ClusterFacts;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.redshiftserverless.model.ConfigParameter;
import software.amazon.awssdk.services.redshiftserverless.model.Namespace;

/** A namespace with its workgroup, as the state has them whenever it is asked. */
record WorkgroupFacts(State state, UUID namespace) implements ClusterFacts {
    @Override
    public String identifier() {
        return workgroup().map(WorkgroupRecord::name).orElseGet(() -> record().name());
    }

    @Override
    public boolean serverless() {
        return true;
    }

    @Override
    public String account() {
        return record().owner().accountId();
    }

    @Override
    public String region() {
        return record().owner().region();
    }

    @Override
    public List<String> roles() {
        return record().namespace().iamRoles();
    }

    @Override
    public Optional<String> defaultRole() {
        return Optional.of(record().namespace())
                .map(Namespace::defaultIamRoleArn)
                .filter(arn -> !arn.isEmpty());
    }

    @Override
    public List<String> engineSettings() {
        return ConfigParameters.engineSettings(parameters());
    }

    @Override
    public boolean requiresTls() {
        return parameters().stream()
                .filter(parameter -> parameter.parameterKey().equals("require_ssl"))
                .anyMatch(parameter -> Boolean.parseBoolean(parameter.parameterValue()));
    }

    private List<ConfigParameter> parameters() {
        return workgroup().map(record -> record.workgroup().configParameters()).orElse(List.of());
    }

    private NamespaceRecord record() {
        return state.write(
                handle -> new NamespaceRecords(handle).lock(namespace).orElseThrow());
    }

    private Optional<WorkgroupRecord> workgroup() {
        return state.read(handle -> new WorkgroupRecords(handle).of(namespace));
    }
}
