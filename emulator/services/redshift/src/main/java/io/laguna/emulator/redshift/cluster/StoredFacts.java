package io.laguna.emulator.redshift.cluster;

import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.redshift.group.ClusterParameters;
import io.laguna.emulator.redshift.record.ClusterRecord;
import io.laguna.emulator.redshift.record.ClusterRecords;
import io.laguna.emulator.redshift.record.ResourceRecords;
import io.laguna.emulator.redshift.server.ClusterFacts;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import software.amazon.awssdk.services.redshift.model.ClusterIamRole;

/** A cluster as the state has it whenever it is asked. */
record StoredFacts(State state, UUID namespace) implements ClusterFacts {
    @Override
    public String identifier() {
        return record().identifier();
    }

    @Override
    public boolean serverless() {
        return false;
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
        return record().cluster().iamRoles().stream()
                .map(ClusterIamRole::iamRoleArn)
                .toList();
    }

    @Override
    public Optional<String> defaultRole() {
        return Optional.ofNullable(record().cluster().defaultIamRoleArn()).filter(arn -> !arn.isEmpty());
    }

    @Override
    public List<String> engineSettings() {
        return parameters(ClusterParameters::engineSettings).orElse(List.of());
    }

    @Override
    public boolean requiresTls() {
        return parameters(ClusterParameters::requiresTls).orElse(false);
    }

    private <T> Optional<T> parameters(Function<ClusterParameters, T> what) {
        return state.read(handle -> {
            ClusterRecord record = new ClusterRecords(handle).find(namespace).orElseThrow();
            return record.cluster().clusterParameterGroups().stream()
                    .findFirst()
                    .flatMap(group -> ClusterParameters.find(
                            new ResourceRecords(handle, record.owner()), group.parameterGroupName()))
                    .map(what);
        });
    }

    private ClusterRecord record() {
        return state.read(handle -> new ClusterRecords(handle).find(namespace).orElseThrow());
    }
}
